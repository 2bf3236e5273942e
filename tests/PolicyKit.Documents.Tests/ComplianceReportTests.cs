using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Documents.Reports;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Systems;
using PolicyKit.Testing;

namespace PolicyKit.Documents.Tests;

/// <summary>The report is one file that is complete, harmless and the same for the same input.</summary>
public sealed partial class ComplianceReportTests
{
    private const string Hostile = "<script>alert(1)</script> ]]> {{ Body }} \u202Eevil\u202C \"'& =cmd()";
    private static readonly LocalDate Day = new(2026, 6, 1);

    [Fact]
    public void Same_input_gives_the_same_bytes() => Assert.Equal(Html(), Html());

    [Fact]
    public void It_names_every_control_every_provision_and_every_file_with_its_hash()
    {
        var (subject, html) = (Subject(), Html());
        Assert.All(
            subject.Evaluation.Controls,
            c => Assert.Contains($"id=\"s1-c-{c.Control.Id}\"", html, StringComparison.Ordinal)
        );
        Assert.All(
            subject.Evaluation.Provisions.Where(p => p.State is not null),
            p => Assert.Contains($"<tr id=\"s1-{p.Provision.Id}\">", html, StringComparison.Ordinal)
        );
        Assert.All(subject.Pack.Files, f => Assert.Contains(f.Sha256, html, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_anchor_leads_to_something_and_every_id_stands_once()
    {
        var html = Html(Subject(), Subject());
        var ids = Id().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(Anchor().Matches(html).Select(m => m.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void Nothing_in_it_needs_a_network()
    {
        var html = Html();
        Assert.DoesNotMatch("""(src|href|action)="(?!#)""", html);
        Assert.DoesNotMatch("@import|url\\(", html);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_shown_and_does_nothing()
    {
        var html = Html(Subject(Hostile));
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; {{ Body }} \\u{202E}evil", html);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_does_nothing_in_markdown_either()
    {
        var markdown = ComplianceReport.Markdown([Subject(Hostile + "|\n# x")], MessageLanguage.Japanese);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# x", markdown, StringComparison.Ordinal);
        Assert.Contains("\\|", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_shows_the_items_of_the_ministry_s_rule_and_the_sources_of_controls_as_html_does()
    {
        var markdown = ComplianceReport.Markdown([Subject()], MessageLanguage.Japanese);
        var rows = markdown.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToList();
        foreach (var item in Enumerable.Range(1, 8))
            Assert.Contains(rows, r => r.StartsWith($"| 第1項第{item}号 ", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            r =>
                r.StartsWith("| 1-01 ", StringComparison.Ordinal)
                && r.Contains("政府機関等", StringComparison.Ordinal)
                && r.Contains("2.1.1(1)-(4)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_finding_shows_its_line_with_the_part_that_is_meant_and_leads_nowhere_else()
    {
        var finding = new Finding
        {
            Rule = RuleId.Parse("PK6101"),
            Severity = Severity.Error,
            Message = "認証情報が書かれています",
            Location = Location.StartOf("Program.cs"),
            Provisions = [ProvisionId.Parse("measures.technical")],
            Controls = [],
            Fingerprint = "f",
            Excerpt = new Excerpt("var a = ********;", 8, 16),
        };
        var html = ComplianceReport.Html([Subject() with { Findings = [finding] }]);
        Assert.Contains("<pre>var a = <mark>********</mark>;</pre>", html, StringComparison.Ordinal);
        Assert.Contains("基本方針 6(6)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_looked_at_is_said_before_the_numbers()
    {
        var note = ComplianceState.Violated.Title();
        var html = ComplianceReport.Html([Subject() with { Notes = [note] }]);
        var at = html.IndexOf("見ていないものがあるため", StringComparison.Ordinal);
        Assert.InRange(at, 0, html.IndexOf("class=\"counts\"", StringComparison.Ordinal));
        Assert.DoesNotContain("見ていないものがあるため", Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fixed_word_of_the_template_has_both_languages()
    {
        var keys = Word().Matches(ComplianceReport.Template).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(keys.Count > 30);
        Assert.DoesNotContain("report.", TagsOut(Html()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_s_own_template_is_used_and_everything_in_it_is_encoded()
    {
        var html = ComplianceReport.Html([Subject(Hostile)], "<p>{{ Systems[0].Name | both }}|{{ Day }}</p>");
        Assert.StartsWith("<p>&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.EndsWith("|2026-06-01</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_with_a_mistake_is_refused_with_its_place()
    {
        var mistake = Assert.Throws<FormatException>(() => ComplianceReport.Html([Subject()], "a\n{% if %}\n"));
        Assert.Contains("2", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_without_end_is_refused() =>
        Assert.Throws<FormatException>(() =>
            ComplianceReport.Html(
                [Subject()],
                "{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign a = 1 %}{% endfor %}{% endfor %}"
            )
        );

    private static string Html(params ReportSubject[] subjects) =>
        ComplianceReport.Html(subjects.Length > 0 ? subjects : [Subject()]);

    private static ReportSubject Subject(string? name = null)
    {
        var declaration = File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "system.json"));
        if (name is not null)
            declaration = declaration.Replace(
                "\"name\": \"下水道使用料システム\"",
                "\"name\": " + System.Text.Json.JsonSerializer.Serialize(name),
                StringComparison.Ordinal
            );
        var system = SourceDocument.FromText("system.json", declaration);
        var pack = PolicyPack.Load(
            new[]
            {
                "src/PolicyKit.Packs.MohSewerage/policy.json",
                "src/PolicyKit.Packs.MohSewerage/standard.json",
                "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
            }
                .Select(f => SourceDocument.ReadFile(Repository.PathOf(f)))
                .Append(system)
        );
        var evaluation = new ComplianceEvaluator(pack.Policy!, pack.Standard!).Evaluate(
            new ReadResult<SystemDeclaration>(pack.System, [], system),
            RuleRun.None,
            evidence: null,
            waivers: null,
            Day
        );
        return new ReportSubject(pack, evaluation, [], []);
    }

    private static string TagsOut(string html) =>
        Regex.Replace(html, "<style>.*?</style>|<[^>]*>", "", RegexOptions.Singleline);

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("""\{\{ "([^"]+)" \| word""")]
    private static partial Regex Word();
}
