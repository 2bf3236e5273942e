using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Documents;
using PolicyKit.Messages;
using PolicyKit.Orchestration;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit standard resolve|coverage|orchestration|pin PATH…</c>: a standard with what it imports, as one file;
/// what of a policy it covers; the build file for the rules of others that it cites; the hashes of what it imports.
/// </summary>
internal static class StandardCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Option<string?>("--output") { Description = "書き出すファイル / the file to write" };
        Command Over(string name, string description, Func<PolicyPack, string> write)
        {
            var paths = new Argument<string[]>("PATH")
            {
                Description =
                    "対策基準、取り込む対策基準、基本方針のファイルまたはフォルダー / the standard, those it imports and the policy: files or folders",
                Arity = ArgumentArity.OneOrMore,
            };
            var lang = CommonOptions.Language();
            var command = new Command(name, description) { paths, file, lang };
            command.SetAction(parsed =>
            {
                var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
                return CommandGuard.Run(
                    language,
                    error,
                    () =>
                        Run(
                            parsed.GetValue(paths)!,
                            parsed.GetValue(file),
                            write,
                            output,
                            new Terminal(error),
                            language
                        )
                );
            });
            return command;
        }

        return new Command("standard", "対策基準 / standards")
        {
            Over(
                "resolve",
                "取り込みと調整を解決する / resolve imports and tailoring",
                pack => StandardSerializer.Write(pack.Standard!)
            ),
            Over(
                "orchestration",
                "引用する他のアナライザーの規則をビルドで上げるファイル / a build file that raises the rules of other analyzers that it cites",
                pack => OrchestrationFile.Render(pack.Standard!)
            ),
            Over(
                "coverage",
                "条項ごとの対策と確認方法の表 / a table of provisions, controls and checks",
                pack =>
                    CoverageDocument.Render(
                        pack.Policy ?? throw CliException.Usage("standard.no-policy"),
                        pack.Standard!,
                        pack.Fallbacks
                    )
            ),
            PinCommand.Create(output, error),
        };
    }

    private static int Run(
        string[] paths,
        string? path,
        Func<PolicyPack, string> write,
        TextWriter output,
        Terminal terminal,
        MessageLanguage language
    )
    {
        var files = PackFiles.FromOptions(paths);
        var pack = PolicyPack.Load(files, ShippedRules.Known);
        var lints = pack
            .Files.Where(f => f.Kind == DocumentKind.Standard)
            .SelectMany(f => StandardLints.Check(StandardSerializer.Read(f)));
        var isWrong = false;
        foreach (var problem in pack.Problems.Concat(lints))
        {
            terminal.Problem(problem, files.First(f => f.Path == problem.Location.File), language);
            isWrong |= problem.Severity == Severity.Error;
        }

        if (isWrong)
            return ExitCode.InvalidPolicy;
        if (pack.Standard is not { } standard)
            throw CliException.Usage("standard.none");
        var text = write(pack);
        if (path is not null)
            AtomicFile.Write(path, text);
        else
            output.Write(text);
        terminal.Line(
            CliException.Messages.Format(
                "standard.resolved",
                language,
                standard.Controls.Count,
                standard.Parameters.Count,
                standard.Deviations.Count
            )
        );
        return ExitCode.Conforms;
    }
}
