using System.CommandLine;
using System.Text.RegularExpressions;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Output;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit new rule PKnnnn Name</c>: a rule, its page, its test and its messages, ready to build, in a working
/// copy of PolicyKit.
/// </summary>
internal static class NewCommand
{
    private const string Analyzers = "analyzers/PolicyKit.Analyzers";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "規則のID / rule id (PK6105)" };
        var name = new Argument<string>("NAME")
        {
            Description = "名前 (C#の識別子) / its name, a C# identifier (NameOfTheThing)",
        };
        var root = new Option<string>("--root")
        {
            Description = "PolicyKitの作業フォルダー / working copy of PolicyKit",
            DefaultValueFactory = _ => ".",
        };
        var lang = CommonOptions.Language();
        var rule = new Command("rule", "規則、頁、試験のひな形を書く / write a rule, its page and its test")
        {
            id,
            name,
            root,
            lang,
        };
        rule.SetAction(parsed =>
            Program.Guard(
                CommonOptions.ParseLanguage(parsed.GetValue(lang)!),
                error,
                () => Rule(parsed.GetValue(id)!, parsed.GetValue(name)!, parsed.GetValue(root)!, output)
            )
        );
        return new Command("new", "ひな形を作る / write a template") { rule };
    }

    private static int Rule(string id, string name, string root, TextWriter output)
    {
        // PK0 speaks of the policy files themselves; such rules follow no template.
        if (!Regex.IsMatch(id, "^PK[1-9][0-9]{3}$"))
            throw CliException.Usage("cli.new-rule-id", id);
        if (!Regex.IsMatch(name, "^[A-Z][A-Za-z0-9]{2,}$"))
            throw CliException.Usage("cli.new-rule-name", name);
        if (!Directory.Exists(Path.Combine(root, Analyzers, "Rules")))
            throw CliException.Usage("cli.new-rule-root", root);
        if (
            RuleCatalog.All.Any(r => r.Rule.Value == id)
            || Directory.EnumerateFiles(Path.Combine(root, Analyzers, "Rules"), id + "_*").Any()
        )
            throw CliException.Usage("cli.new-rule-exists", id);
        var stem = $"{id}_{name}";
        string Fill(string template) =>
            Read(template)
                .Replace("$Stem$", stem, StringComparison.Ordinal)
                .Replace("$Id$", id, StringComparison.Ordinal)
                .Replace("$Name$", name, StringComparison.Ordinal)
                .Replace("$Measure$", Enum.GetValues<MeasureKind>()[id[2] - '1'].ToString(), StringComparison.Ordinal);
        // The messages come first: without them the rest does not build.
        AddMessages(root, "ja", id, name, $"`{{0}}` が使われています", "直し方を書きます");
        AddMessages(root, "en", id, name, $"`{{0}}` is used", "Say what to do instead");
        foreach (
            var (path, template) in new[]
            {
                ($"{Analyzers}/Rules/{stem}.cs", "Rule.cs.txt"),
                ($"{Analyzers}/Rules/{stem}.md", "Rule.md.txt"),
                ($"tests/PolicyKit.Analyzers.Tests/Rules/{stem}Tests.cs", "RuleTests.cs.txt"),
            }
        )
        {
            AtomicFile.Write(Path.Combine(root, path), Fill(template));
            output.WriteLine(path);
        }

        return ExitCode.Conforms;
    }

    private static void AddMessages(
        string root,
        string language,
        string id,
        string title,
        string message,
        string remedy
    )
    {
        var path = Path.Combine(root, Analyzers, $"Messages.{language}.resx");
        if (!File.Exists(path))
            throw CheckException.Usage("io.no-such-file", path);
        var text = File.ReadAllText(path);
        var added = string.Concat(
            new (string Key, string Value)[] { (id + ".title", title), (id, message), (id + ".remedy", remedy) }.Select(
                m => $"  <data name=\"{m.Key}\" xml:space=\"preserve\"><value>{m.Value}</value></data>\n"
            )
        );
        AtomicFile.Write(path, text.Replace("</root>", added + "</root>", StringComparison.Ordinal));
    }

    private static string Read(string template)
    {
        using var reader = new StreamReader(typeof(NewCommand).Assembly.GetManifestResourceStream(template)!);
        return reader.ReadToEnd();
    }
}
