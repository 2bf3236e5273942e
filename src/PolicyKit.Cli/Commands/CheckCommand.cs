using System.CommandLine;
using PolicyKit.Cli.Output;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit check PATH</c>: builds (unless given a binary log), rebuilds the compilations, runs the rules itself
/// and judges declaration, evidence and waivers.
/// </summary>
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
                return CommandGuard.Run(
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
                );
            }
        );
        return command;
    }

    private static async Task<int> Check(
        CheckRequest request,
        string format,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        var terminal = new Terminal(error);
        var given = CheckInputs.Read(request);
        if (RunOptions.IsInvalid(given, terminal, request.Language))
            return ExitCode.InvalidPolicy;
        var report = await terminal.WhileWorking(
            request.Language,
            () => PolicyCheck.ReportAsync(request, given, cancellation)
        );
        if (ExchangeFormats.ByName.TryGetValue(format, out var write))
            output.Write(
                write(
                    new ExchangeReport(
                        ReportLine.Of(report).ToList(),
                        ReportLine.Of(report.Sight, request.Language).ToList(),
                        report.Verdict is Verdict.Conforms or Verdict.Violations,
                        request.Language
                    )
                )
            );
        else if (format == "json")
            output.Write(JsonReport.Write(report));
        else
            HumanReport.Write(report, new Terminal(output), request.Language);
        return report.ExitCodeOf();
    }
}
