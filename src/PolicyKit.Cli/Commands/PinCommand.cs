using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit standard pin PATH…</c>: writes the SHA-256 that the imported standards have now into the standards that
/// import them. For those who have read what changed.
/// </summary>
internal static class PinCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "対策基準と、それが取り込む対策基準のファイルまたはフォルダー / standards and those they import: files or folders",
            Arity = ArgumentArity.OneOrMore,
        };
        var lang = CommonOptions.Language();
        var command = new Command(
            "pin",
            "取り込む対策基準のSHA-256を書き直す / rewrite the SHA-256 of imported standards"
        )
        {
            paths,
            lang,
        };
        command.SetAction(parsed =>
            CommandGuard.Run(
                CommonOptions.ParseLanguage(parsed.GetValue(lang)!),
                error,
                () => Run(parsed.GetValue(paths)!, output)
            )
        );
        return command;
    }

    private static int Run(string[] paths, TextWriter output)
    {
        var standards = PackFiles.FromOptions(paths).Where(f => f.Kind == DocumentKind.Standard).ToList();
        if (standards.Count == 0)
            throw CliException.Usage("standard.none");
        // A standard that is rewritten has a new hash itself. There are at most as many rounds as standards: a circle of
        // imports has no hashes that agree.
        for (var round = 0; round < standards.Count; round++)
        for (var i = 0; i < standards.Count; i++)
        {
            var text = Pinned(standards[i], standards);
            if (text == standards[i].Content)
                continue;
            AtomicFile.Write(standards[i].Path, text);
            output.WriteLine(PathText.Shown(standards[i].Path));
            standards[i] = InputFile.Read(standards[i].Path);
        }

        return ExitCode.Conforms;
    }

    private static string Pinned(SourceDocument standard, IReadOnlyList<SourceDocument> available)
    {
        var text = standard.Content;
        if (!standard.Text.Root.TryGetMember("imports", out var imports))
            return text;
        foreach (var import in imports.Items())
        {
            if (
                Member(import, "standard") is { } id
                && Member(import, "sha256") is { } hash
                && available.FirstOrDefault(s => Member(s.Text.Root, "id") == id) is { } imported
            )
                text = text.Replace(hash, imported.Sha256, StringComparison.Ordinal);
        }

        return text;
    }

    private static string? Member(JsonValue value, string name) =>
        value.Kind == JsonKind.Object && value.TryGetMember(name, out var member) && member.Kind == JsonKind.String
            ? member.GetString()
            : null;
}
