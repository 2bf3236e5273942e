using System.Text.RegularExpressions;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Messages;
using PolicyKit.Testing;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>One rule is one stem: rule, page and test. The page's own examples run.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Japanese = ["なぜ", "違反する例", "適合する例", "設定", "例外措置が妥当な場合"];
    private static readonly string[] English = ["Why", "Violates", "Complies", "Configure", "When a waiver is right"];

    public static TheoryData<string> All => [.. RuleCatalog.All.Select(r => r.Rule.Value)];

    public static TheoryData<string> Rules => [.. RuleCatalog.Rules.Select(r => r.Rule.Value)];

    [Theory]
    [MemberData(nameof(All))]
    public void Has_both_languages_and_the_five_sections_in_order(string id)
    {
        var halves = Halves(id);
        Assert.Equal(2, halves.Length);
        Assert.Equal(Japanese, Sections(halves[0]).Keys);
        Assert.Equal(English, Sections(halves[1]).Keys);
        Assert.StartsWith(
            $"# {id} {RuleContext.Messages.Format(id + ".title", PolicyKit.Messages.MessageLanguage.Japanese)}\n",
            halves[0].TrimStart(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"# {id} {RuleContext.Messages.Format(id + ".title", PolicyKit.Messages.MessageLanguage.English)}\n",
            halves[1].TrimStart(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Says_what_only_the_build_shows(string id)
    {
        var halves = Halves(id);
        var isWholeProgram = RuleCatalog.Rules.Single(r => r.Rule.Value == id).NeedsWholeProgram != WholeProgram.No;
        Assert.Equal(isWholeProgram, halves[0].Contains("ビルドのときだけ", StringComparison.Ordinal));
        Assert.Equal(isWholeProgram, halves[1].Contains("only in the build", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Its_examples_do_what_it_says(string id)
    {
        foreach (var (half, titles) in Halves(id).Zip([Japanese, English]))
        {
            var sections = Sections(half);
            foreach (var example in Examples(sections[titles[1]]))
                Assert.NotEmpty(await Run(id, example));
            foreach (var example in Examples(sections[titles[2]]))
                Assert.Empty(await Run(id, example));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Has_its_tests(string id)
    {
        var stem = RuleCatalog.Rules.Single(r => r.Rule.Value == id).GetType().Name;
        Assert.NotNull(typeof(RulePageTests).Assembly.GetTypes().SingleOrDefault(t => t.Name == stem + "Tests"));
        Assert.True(File.Exists(Repository.PathOf("analyzers", "PolicyKit.Analyzers", "Rules", stem + ".cs")));
    }

    [Fact]
    public void What_only_a_check_reports_is_no_rule_of_the_compiler()
    {
        var compiler = new PolicyAnalyzer().SupportedDiagnostics.Select(d => d.Id).ToList();
        Assert.Equal(RuleCatalog.Rules.Select(r => r.Rule.Value), compiler);
        Assert.Equal(
            ["PK0006", "PK0007", "PK0013", "PK0014", "PK1001", "PK8003"],
            RuleCatalog.All.Select(r => r.Rule.Value).Except(compiler)
        );
    }

    private static async Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Run(
        string id,
        (string Language, string Text) example
    ) =>
        example.Language switch
        {
            "csharp" => await new Check(id).Of(Files.All, example.Text),
            "json-configuration" => await new Check(id).Of(Files.WithConfiguration(example.Text)),
            "json" => await new Check(id).Of(
                Files.Complete.With(
                    example.Text.Contains("\"kind\": \"waivers\"", StringComparison.Ordinal) ? "waivers" : "system",
                    example.Text
                )
            ),
            _ when id == "PK0004" => (
                await Check.Run(Check.Compile("class C { }", references: Pack), FilesOf(example.Text))
            )
                .Where(d => d.Id == id)
                .ToList(),
            _ => await new Check(id).Of(FilesOf(example.Text)),
        };

    private static Microsoft.CodeAnalysis.MetadataReference Pack =>
        PublishedPack.Of(("policy.json", Files.Policy), ("standard.json", Files.Standard));

    private static Files FilesOf(string project)
    {
        var files = Files.None;
        if (project.Contains("PolicyKit.Packs.MohSewerage", StringComparison.Ordinal))
            files = files.With("policy", Files.Policy).With("standard", Files.Standard);
        if (project.Contains("PolicyKitRole=\"standard\"", StringComparison.Ordinal))
            files = files.Beside("own", "standard", Files.Standard + "\n");
        return project.Contains("PolicyKitRole=\"system\"", StringComparison.Ordinal)
            ? files.With("system", Files.System)
            : files;
    }

    private static string[] Halves(string id) =>
        RulePages.Find(RuleCatalog.All.Single(r => r.Rule.Value == id).Rule)!.Split("\n---\n");

    private static Dictionary<string, string> Sections(string half) =>
        Regex
            .Split(half, "^## ", RegexOptions.Multiline)
            .Skip(1)
            .ToDictionary(s => s[..s.IndexOf('\n', StringComparison.Ordinal)].Trim(), s => s);

    private static IEnumerable<(string Language, string Text)> Examples(string section)
    {
        var found = Regex.Matches(section, "```(?<language>[\\w-]+)\n(?<text>.*?)\n```", RegexOptions.Singleline);
        Assert.NotEmpty(found);
        return found.Select(m => (m.Groups["language"].Value, m.Groups["text"].Value));
    }
}
