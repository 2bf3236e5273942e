using System.CommandLine;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;

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
        var (format, files, lang, asOf) = (
            CommonOptions.Format(["human", "json", .. ExchangeFormats.ByName.Keys]),
            CommonOptions.Output(),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("check", "システムを検査する / check a system") { format, files, lang, asOf };
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
                            new OutputFiles(parsed.GetValue(files) ?? []),
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
        OutputFiles files,
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
        // The files first: whoever reads the verdict finds them there.
        foreach (var (name, writer) in files.Open())
            Write(report, name, writer, request.Language);
        files.Save();
        Write(report, format, output, request.Language);
        return report.ExitCodeOf();
    }

    private static void Write(CheckReport report, string format, TextWriter output, MessageLanguage language)
    {
        if (ExchangeFormats.ByName.TryGetValue(format, out var write))
            output.Write(
                write(
                    new ExchangeReport(
                        ReportLine.Of(report).ToList(),
                        ReportLine.Of(report.Sight, language).ToList(),
                        report.Verdict is Verdict.Conforms or Verdict.Violations,
                        language
                    )
                )
            );
        else if (format == "json")
            output.Write(JsonReport.Write(report));
        else
            HumanReport.Write(report, new Terminal(output), language);
    }
}
