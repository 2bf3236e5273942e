using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Forms.Papers;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit forms contract-clauses PACK --output FILE.docx</c> and its like: Word documents that are made of a
/// body's pack, or of how its systems stand.
/// </summary>
internal static class PaperCommand
{
    public static Command Create(Paper paper, TextWriter output, TextWriter error) =>
        paper.NeedsEvaluation ? OfSystems(paper, output, error) : OfPack(paper, output, error);

    private static Command OfPack(Paper paper, TextWriter output, TextWriter error)
    {
        var paths = new Argument<string[]>("PACK")
        {
            Description = "団体のパック (フォルダーまたはファイル) / the body's pack (folder or files)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (options, lang) = (new PaperOptions(), CommonOptions.Language());
        var command = new Command(paper.Name, paper.Description) { paths, lang };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    if (options.Prints(parsed, paper, output))
                        return ExitCode.Conforms;
                    var writing = options.Read(parsed, paper);
                    if (parsed.GetValue(paths) is not { Length: > 0 } given)
                        throw CliException.Usage("forms.no-pack");
                    if (ListingCommand.Pack(given, new Terminal(error), language) is not { } pack)
                        return ExitCode.InvalidPolicy;
                    writing.Write(new ClauseBuilder(pack).Build());
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }

    private static Command OfSystems(Paper paper, TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var (options, lang, asOf) = (new PaperOptions(), CommonOptions.Language(), CommonOptions.AsOf());
        var command = new Command(paper.Name, paper.Description) { lang, asOf };
        options.AddTo(command);
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
                        if (options.Prints(parsed, paper, output))
                            return ExitCode.Conforms;
                        // Read before anything is built: whoever mistypes a name does not wait to hear it.
                        var writing = options.Read(parsed, paper);
                        var request = run.Of(parsed, CommonOptions.ParseDate(parsed.GetValue(asOf)), language);
                        if (await StatusCommand.Evaluate(request, error, cancellation) is not { } delivery)
                            return ExitCode.InvalidPolicy;
                        writing.Write(CommitteeReport.ViewOf(ReportCommand.Subjects(delivery)));
                        return ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }
}
