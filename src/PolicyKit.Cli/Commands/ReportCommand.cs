using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Documents.Reports;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit report PATH --output FILE</c>: the compliance report, one file that needs no network.</summary>
internal static class ReportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var file = new Option<string?>("--output")
        {
            Description = "書き出すファイル。指定しなければ標準出力 / the file to write; standard output if absent",
        };
        var template = new Option<string?>("--template")
        {
            Description =
                "団体のひな形 (Liquid)。--print-template で既定のものを得る / the body's own template (Liquid); --print-template prints the default",
        };
        var print = new Option<bool>("--print-template")
        {
            Description = "既定のひな形を出力して終わる / print the default template and end",
        };
        var (format, lang, asOf) = (
            CommonOptions.Format("html", "markdown"),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("report", "遵守状況報告書を書く / write the compliance report")
        {
            file,
            template,
            print,
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
                        if (parsed.GetValue(print))
                        {
                            output.Write(ComplianceReport.Template);
                            return ExitCode.Conforms;
                        }

                        // Read before anything is built: whoever mistypes its name does not wait to hear it.
                        var own = parsed.GetValue(template) is { } path ? InputText.Of(InputFile.FullPath(path)) : null;
                        var request = run.Of(parsed, CommonOptions.ParseDate(parsed.GetValue(asOf)), language);
                        if (await StatusCommand.Evaluate(request, error, cancellation) is not { } delivery)
                            return ExitCode.InvalidPolicy;
                        var subjects = Subjects(delivery);
                        var text =
                            parsed.GetValue(format) == "markdown"
                                ? ComplianceReport.Markdown(subjects, language)
                                : Html(subjects, own, parsed.GetValue(template));
                        if (parsed.GetValue(file) is { } target)
                            AtomicFile.Write(target, text);
                        else
                            output.Write(text);
                        return ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }

    /// <summary>The systems of a report, with what was not looked at.</summary>
    internal static List<ReportSubject> Subjects(EvaluatedDelivery delivery)
    {
        var unseen = delivery
            .Sight.Weighing.Select(i =>
                CliException.Messages.Message("sight.item", i.Path, i.Reason ?? (object)string.Empty)
            )
            .ToList();
        return delivery
            .Systems.Select(s => new ReportSubject(
                s.Pack,
                s.Evaluation!,
                s.Compilations.SelectMany(c => c.Findings).Concat(s.Logged).ToValueList(),
                unseen.Concat(Missing(s)).ToValueList()
            ))
            .ToList();
    }

    // Without code and without a register much is "not evidenced" that nobody looked at.
    private static IEnumerable<LocalizedMessage> Missing(SystemEvaluation system)
    {
        if (system.Compilations.All(c => c.TreeCount == 0))
            yield return CliException.Messages.Message("report.no-code");
        if (system.Pack.Evidence is null)
            yield return CliException.Messages.Message("status.no-evidence");
    }

    private static string Html(List<ReportSubject> subjects, string? template, string? name)
    {
        try
        {
            return ComplianceReport.Html(subjects, template);
        }
        catch (FormatException mistake)
        {
            throw CliException.Usage("report.bad-template", name!, mistake.Message);
        }
    }
}
