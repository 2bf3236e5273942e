using System.CommandLine;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Forms.Listings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit forms status PATH --output FILE</c> and its like: sheets that are made of how a system stands, or of a
/// body's pack alone.
/// </summary>
internal static class ListingCommand
{
    public static Command Create(Listing listing, TextWriter error) =>
        listing.NeedsEvaluation ? OfSystems(listing, error) : OfPack(listing, error);

    private static Command OfSystems(Listing listing, TextWriter error)
    {
        var run = new RunOptions();
        var (target, lang, asOf) = (FormsCommand.Target(), CommonOptions.Language(), CommonOptions.AsOf());
        var command = new Command(listing.Name, listing.Description) { target, lang, asOf };
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
                        var subjects = systems.Select(s => new ListingSubject(s.Pack, s.Evaluation)).ToList();
                        AtomicFile.Write(parsed.GetValue(target)!, ListingWriting.Write(listing, subjects, language));
                        return ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }

    private static Command OfPack(Listing listing, TextWriter error)
    {
        var paths = new Argument<string[]>("PACK")
        {
            Description = "団体のパック (フォルダーまたはファイル) / the body's pack (folder or files)",
            Arity = ArgumentArity.OneOrMore,
        };
        var (target, lang) = (FormsCommand.Target(), CommonOptions.Language());
        var command = new Command(listing.Name, listing.Description) { paths, target, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    if (Pack(parsed.GetValue(paths)!, new Terminal(error), language) is not { } pack)
                        return ExitCode.InvalidPolicy;
                    var subject = new ListingSubject(pack, Evaluation: null);
                    AtomicFile.Write(parsed.GetValue(target)!, ListingWriting.Write(listing, [subject], language));
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }

    /// <summary>A pack without errors and with a standard; null after its errors were shown.</summary>
    internal static PolicyPack? Pack(string[] paths, Terminal terminal, MessageLanguage language)
    {
        var files = PackFiles.FromOptions(paths);
        var pack = PolicyPack.Load(files, RuleCatalog.Known);
        foreach (var problem in pack.Problems)
            terminal.Problem(problem, files.First(f => f.Path == problem.Location.File), language);
        if (pack.Problems.Any(p => p.Severity == Severity.Error))
            return null;
        return pack.Standard is not null ? pack : throw CliException.Usage("standard.none");
    }
}
