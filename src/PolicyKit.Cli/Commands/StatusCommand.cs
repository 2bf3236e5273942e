using System.CommandLine;
using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit status PATH</c>: the state of every provision on a day, and why.</summary>
internal static class StatusCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var trace = new Option<string?>("--trace")
        {
            Description =
                "一つの条項または対策の根拠 / what is behind one provision or control (6(6), measures.technical, 6.2-04)",
        };
        var all = new Option<bool>("--all") { Description = "適合した対策も示す / show controls that are met, too" };
        var (format, lang, asOf) = (
            CommonOptions.Format("human", "json"),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("status", "条項ごとの状態を示す / the state of every provision")
        {
            trace,
            all,
            format,
            lang,
            asOf,
        };
        run.AddTo(command, canSkipBuild: true);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
                return CommandGuard.Run(
                    language,
                    error,
                    async () =>
                    {
                        var request = run.Of(parsed, CommonOptions.ParseDate(parsed.GetValue(asOf)), language);
                        if (await Evaluations(request, error, cancellation) is not { } systems)
                            return ExitCode.InvalidPolicy;
                        if (parsed.GetValue(format) == "json")
                            output.Write(StatusJson.Write(systems, language));
                        else
                            foreach (var system in systems)
                            {
                                var report = new StatusReport(system, new Terminal(output), language);
                                if (parsed.GetValue(trace) is { } subject)
                                    report.Trace(subject);
                                else
                                    report.Tree(parsed.GetValue(all));
                            }

                        return systems.Any(s =>
                            s.Evaluation!.Controls.Any(c =>
                                c.State.IsBreach() && c.Control.Obligation == Obligation.Required
                            )
                        )
                            ? ExitCode.Violations
                            : ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }

    /// <summary>
    /// How the systems at a path stand; null when what they are judged by is wrong, which has then been said.
    /// </summary>
    /// <exception cref="CheckException">There is nothing to judge, or nothing to judge by.</exception>
    public static async Task<IReadOnlyList<SystemEvaluation>?> Evaluations(
        CheckRequest request,
        TextWriter error,
        CancellationToken cancellation,
        LocalDate? deadlinesUntil = null
    ) => (await Evaluate(request, error, cancellation, deadlinesUntil))?.Systems;

    /// <summary>The same, with what was looked at.</summary>
    /// <exception cref="CheckException">There is nothing to judge, or nothing to judge by.</exception>
    public static async Task<EvaluatedDelivery?> Evaluate(
        CheckRequest request,
        TextWriter error,
        CancellationToken cancellation,
        LocalDate? deadlinesUntil = null
    )
    {
        var terminal = new Terminal(error);
        var given = CheckInputs.Read(request);
        if (RunOptions.IsInvalid(given, terminal, request.Language))
            return null;
        var (logs, tables) = (SarifLog.Read(request.Logs), DataTables.Read(request.Tables));
        var delivery = await terminal.WhileWorking(
            request.Language,
            () => SystemRun.RunAsync(request, given, mayStayUnbuilt: true, cancellation)
        );
        var compilations = delivery.Systems;
        foreach (var item in delivery.Sight.Weighing)
            terminal.Line(SightText.Of(item, request.Language));
        var isWrong = false;
        foreach (
            var (problem, pack) in compilations
                .SelectMany(c => c.Pack.Problems.Select(p => (Problem: p, c.Pack)))
                .DistinctBy(p => p.Problem)
        )
        {
            terminal.Problem(problem, pack.Files.First(f => f.Path == problem.Location.File), request.Language);
            isWrong |= problem.Severity == Severity.Error;
        }

        if (isWrong)
            return null;
        var systems = SystemEvaluation
            .Of(
                compilations,
                logs,
                tables,
                request.AsOf,
                deadlinesUntil,
                isWhole: delivery.Sight.Items.Count == 0 || delivery.Sight.IsWhole
            )
            .Where(s => s.Evaluation is not null)
            .ToList();
        // Without a register nothing is known to be done, and what is due reads as if it were not.
        if (systems.Count > 0 && systems.TrueForAll(s => s.Pack.Evidence is null))
            terminal.Line(CliException.Messages.Format("status.no-evidence", request.Language));
        return systems.Count > 0
            ? new EvaluatedDelivery(systems, delivery.Sight)
            : throw CheckException.Usage("check.no-pack");
    }
}
