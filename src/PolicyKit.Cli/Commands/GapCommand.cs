using System.CommandLine;
using PolicyKit.Checking;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit gap 16-3 PATH</c>: item by item of another framework, what is satisfied, open, exempt or beyond a
/// machine.
/// </summary>
internal static class GapCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var framework = new Argument<string>("FRAMEWORK")
        {
            Description = "枠組みのIDまたは別名 (16-3) / the framework, by id or alias (16-3)",
        };
        var (format, lang, asOf) = (
            CommonOptions.Format("table", "json", "markdown"),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("gap", "他の枠組みとの差 (施行規則第16条の3など) / the gap to another framework")
        {
            framework,
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
                        if (await StatusCommand.Evaluations(request, error, cancellation) is not { } systems)
                            return ExitCode.InvalidPolicy;
                        var gaps = systems.Select(s => Of(s, parsed.GetValue(framework)!)).ToList();
                        Write(parsed.GetValue(format)!, systems, gaps, output, language);
                        return gaps.Any(g => g is { State: GapState.Open, Binding: not GapBinding.NotBound })
                            ? ExitCode.Violations
                            : ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }

    private static GapAnalysis Of(SystemEvaluation system, string framework)
    {
        var standard = system.Pack.Standard!;
        return standard.CrosswalkTo(framework) is { } crosswalk
            ? GapAnalysis.Of(system.Evaluation!, standard, crosswalk, system.Pack.System)
            : throw CliException.Usage(
                "gap.unknown-framework",
                framework,
                string.Join(", ", standard.Crosswalks.SelectMany(c => c.Aliases.DefaultIfEmpty(c.Id.Value)))
            );
    }

    private static void Write(
        string format,
        IReadOnlyList<SystemEvaluation> systems,
        IReadOnlyList<GapAnalysis> gaps,
        TextWriter output,
        PolicyKit.Messages.MessageLanguage language
    )
    {
        if (format == "json")
        {
            output.Write(GapJson.Write(gaps, language));
            return;
        }

        var text = new GapText(output, language);
        foreach (var (system, gap) in systems.Zip(gaps))
        {
            var name = system.Pack.System is { } declared
                ? $"{declared.Name} ({declared.Id})"
                : system.Pack.Policy!.Body.Name;
            if (format == "markdown")
                text.Markdown(gap, name);
            else
                text.Table(gap, name);
        }
    }
}
