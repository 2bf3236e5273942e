using System.CommandLine;
using PolicyKit.Cli.Checking;
using PolicyKit.Cli.Output;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit check PATH</c>: builds (unless given a binary log), rebuilds the compilations, runs the rules itself and judges declaration, evidence and waivers.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var (format, lang, asOf) = (
            CommonOptions.Format(["human", "json", .. ExchangeFormats.ByName.Keys]),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("check", "システムを検査する / check a system") { format, lang, asOf };
        run.AddTo(command, canSkipBuild: false);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
                return Task.FromResult(
                    Program.Guard(
                        language,
                        error,
                        () =>
                            Check(
                                    run.Of(parsed, CommonOptions.ParseDate(parsed.GetValue(asOf)), language),
                                    parsed.GetValue(format)!,
                                    output,
                                    error,
                                    cancellation
                                )
                                .GetAwaiter()
                                .GetResult()
                    )
                );
            }
        );
        return command;
    }

    private static async Task<int> Check(
        RunRequest request,
        string format,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        if (RunOptions.InvalidBeforeBuilding(request, new Terminal(error)))
            return ExitCode.InvalidPolicy;
        var (logs, tables) = (RunOptions.ReadLogs(request), DataTables.Read(request.Tables));
        var systems = await SystemRun.RunAsync(request, error, cancellation);
        if (
            systems.All(s =>
                s.Pack.Files.All(f => f.Kind is DocumentKind.System or DocumentKind.Waivers or DocumentKind.Evidence)
            )
        )
            throw CliException.Usage("check.no-pack");
        var report = new CheckReport(
            request.AsOf,
            systems,
            SystemEvaluation.Of(systems, logs, tables, request.AsOf),
            request.Language
        );
        if (ExchangeFormats.ByName.TryGetValue(format, out var write))
            output.Write(write(ReportLine.Of(report).ToList()));
        else if (format == "json")
            output.Write(JsonReport.Write(report));
        else
            HumanReport.Write(report, new Terminal(output), request.Language);
        return report.ExitCodeOf();
    }
}
