using System.CommandLine;
using System.Text.RegularExpressions;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit new pack|system|evidence|waiver</c> for bodies and vendors, and <c>policykit new rule PKnnnn Name</c>:
/// a rule, its page, its test, its messages and its control in the baseline, ready to build, in a working copy of
/// PolicyKit.
/// </summary>
internal static class NewCommand
{
    private const string Analyzers = "analyzers/PolicyKit.Analyzers";
    private const string Baseline = "src/PolicyKit.Packs.MunicipalBaseline/standard.json";

    public static Command Create(TextWriter output, TextWriter error, TextReader? terminal)
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
        var parameters = new Option<string[]>("--parameter")
        {
            Description = "対策基準のパラメーター / a parameter of the standard (things.names=one,two)",
            DefaultValueFactory = _ => [],
        };
        var lang = CommonOptions.Language();
        var rule = new Command("rule", "規則、頁、試験、対策のひな形を書く / write a rule, its page, test and control")
        {
            id,
            name,
            parameters,
            root,
            lang,
        };
        rule.SetAction(parsed =>
            CommandGuard.Run(
                CommonOptions.ParseLanguage(parsed.GetValue(lang)!),
                error,
                () =>
                    Rule(
                        parsed.GetValue(id)!,
                        parsed.GetValue(name)!,
                        [.. parsed.GetValue(parameters)!.Select(NewParameter.Parse)],
                        parsed.GetValue(root)!,
                        output
                    )
            )
        );
        return new Command("new", "ひな形を作る / write a template")
        {
            NewPackCommand.Create(output, error, terminal),
            NewSystemCommand.Create(output, error, terminal),
            NewEvidenceCommand.Create(output, error, terminal),
            WaiverDraft.Create(output, error, "waiver"),
            rule,
        };
    }

    private static int Rule(
        string id,
        string name,
        IReadOnlyList<NewParameter> parameters,
        string root,
        TextWriter output
    )
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
        var measure = Enum.GetValues<MeasureKind>()[id[2] - '1'];
        string Fill(string template) =>
            Read(template)
                .Replace("$Stem$", stem, StringComparison.Ordinal)
                .Replace("$Id$", id, StringComparison.Ordinal)
                .Replace("$Name$", name, StringComparison.Ordinal)
                .Replace("$Measure$", measure.ToString(), StringComparison.Ordinal)
                .Replace("$Parameters$", Declarations(parameters), StringComparison.Ordinal);
        // The messages come first: without them the rest does not build.
        output.WriteLine(AddMessages(root, "ja", id, name, $"`{{0}}` が使われています", "直し方を書きます"));
        output.WriteLine(AddMessages(root, "en", id, name, $"`{{0}}` is used", "Say what to do instead"));
        Edit(root, Baseline, text => BaselineText.WithRule(text, id, name, measure, parameters));
        output.WriteLine(Baseline);
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

    // What the template of a rule says of its parameters.
    private static string Declarations(IReadOnlyList<NewParameter> parameters) =>
        parameters.Count == 0
            ? ""
            : string.Concat(
                parameters.Select(p =>
                    $"    private static readonly ParameterId {p.Member} = ParameterId.Parse(\"{p.Id}\");\n"
                )
            )
                + "\n    public override ValueList<ParameterId> Parameters { get; } =\n"
                + $"        ValueList.Create({string.Join(", ", parameters.Select(p => p.Member))});\n\n";

    private static string AddMessages(
        string root,
        string language,
        string id,
        string title,
        string message,
        string remedy
    )
    {
        var path = $"{Analyzers}/Messages.{language}.resx";
        var added = string.Concat(
            new (string Key, string Value)[] { (id + ".title", title), (id, message), (id + ".remedy", remedy) }.Select(
                m => $"  <data name=\"{m.Key}\" xml:space=\"preserve\"><value>{m.Value}</value></data>\n"
            )
        );
        Edit(root, path, text => text.Replace("</root>", added + "</root>", StringComparison.Ordinal));
        return path;
    }

    private static void Edit(string root, string path, Func<string, string> change)
    {
        var file = Path.Combine(root, path);
        if (!File.Exists(file))
            throw CheckException.Usage("io.no-such-file", file);
        AtomicFile.Write(file, change(File.ReadAllText(file)));
    }

    private static string Read(string template)
    {
        using var reader = new StreamReader(typeof(NewCommand).Assembly.GetManifestResourceStream(template)!);
        return reader.ReadToEnd();
    }
}
