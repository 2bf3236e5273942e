using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Packs.MohSewerage;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using Snapshooter.Xunit;

namespace PolicyKit.Packs.MohSewerage.Tests;

public sealed class MohSewerageTests
{
    private static SecurityPolicy Policy => MohSewerage.Policy;

    [Fact]
    public void Has_the_ten_sections_and_everything_in_them()
    {
        Assert.Equal(10, Policy.Provisions.Count);
        Assert.Equal(9, Policy.Definitions.Count);
        Assert.Equal(5, Policy.Threats.Count);
        Assert.Equal(3, Policy.Scope!.Assets.Count);
        Assert.Equal(Enum.GetValues<MeasureKind>(), Policy.Measures.Select(m => m.Kind));
        Assert.Equal(3, Policy.Find(MeasureKind.Outsourcing.ProvisionId())!.Provisions.Count);
        Assert.All(
            [
                Policy.Purpose,
                Policy.Duty!.Provision,
                Policy.AuditAndSelfInspection,
                Policy.Review,
                Policy.Standard,
                Policy.Procedures,
            ],
            Assert.NotNull
        );
        Assert.Equal(new LocalDate(2026, 4, 1), Policy.Adoption.Date);
    }

    [Fact]
    public void A_word_that_the_source_breaks_is_one_word() =>
        Assert.Contains("部外者の侵入等の意図的な要因", Policy.Threats[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("measures.operations", "6(7)")]
    [InlineData("scope.assets.information", "4(2)②")]
    [InlineData("measures.outsourcing.external-services", "6(8) 第2段落")]
    [InlineData("standard.non-disclosure", "9 第2段落")]
    public void Cites_in_the_body_s_own_style(string id, string citation) =>
        Assert.Equal(citation, Policy.Cite(ProvisionId.Parse(id)));

    [Fact]
    public void Resolves_the_references_in_the_text() =>
        Assert.Equal(
            ["measures: 上記3 -> threats", "standard.establishment: 上記6、7及び8 -> measures, audit, review"],
            ProvisionReferences.Find(Policy).Select(r => $"{r.From}: {r.Text} -> {string.Join(", ", r.To)}")
        );

    [Fact]
    public void Shows_the_oddities_of_the_real_text() =>
        Snapshot.Match(
            string.Concat(
                PolicyLints
                    .Check(Policy, MohSewerage.Source("policy.json"))
                    .Select(p => $"{p.Location} {p.Message.Text(MessageLanguage.Japanese)}\n")
            )
        );

    [Fact]
    public void The_standard_covers_all_nine_measures_and_says_openly_what_no_machine_checks()
    {
        Assert.Equal(
            Enum.GetValues<MeasureKind>(),
            MohSewerage.Standard.Controls.Select(c => c.Measure).Distinct().Order()
        );
        Assert.True(MohSewerage.Standard.Controls.Count >= 12);
        Assert.Contains(MohSewerage.Standard.Controls, c => c.NotMachineCheckable is not null && c.Checks.Count == 0);
        Assert.All(
            MohSewerage.Standard.Controls,
            c => Assert.True(c.Checks.Count > 0 || c.NotMachineCheckable is not null)
        );
    }

    [Fact]
    public void The_build_raises_exactly_the_foreign_rules_that_the_standard_cites()
    {
        var targets = System.Xml.Linq.XDocument.Load(
            Path.Combine(AppContext.BaseDirectory, "PolicyKit.Packs.MohSewerage.Orchestration.targets")
        );
        IEnumerable<string> Raised(string property, bool nightly = false) =>
            targets
                .Descendants(property)
                .Where(e => e.Parent!.Attribute("Condition") is not null == nightly)
                .Single()
                .Value.Split(';')
                .Where(id => !id.StartsWith('$'));
        IEnumerable<string> Cited(Severity severity) =>
            MohSewerage
                .Standard.Controls.SelectMany(c => c.Checks)
                .OfType<SourceCheck>()
                .Where(c => !c.Rule.IsPolicyKit && c.Severity == severity)
                .Select(c => c.Rule.Value)
                .Order(StringComparer.Ordinal);
        Assert.Equal(Cited(Severity.Error), Raised("WarningsAsErrors"));
        Assert.Equal(["NU1903", "NU1904"], Raised("MSBuildWarningsAsErrors"));
        Assert.Equal(
            Cited(Severity.Warning).Where(id => !id.StartsWith("NU", StringComparison.Ordinal)),
            Raised("PolicyKitWarnings")
        );
        Assert.Equal(Cited(Severity.Information), Raised("PolicyKitWarnings", nightly: true));
    }

    [Fact]
    public void Names_its_provisions_and_controls_as_constants()
    {
        Assert.Equal("measures.technical", Provisions.MeasuresTechnical);
        Assert.Equal(Policy.AllProvisions.Select(p => p.Id.Value), ConstantsOf(typeof(Provisions)));
        Assert.Equal(MohSewerage.Standard.Controls.Select(c => c.Id.Value), ConstantsOf(typeof(Controls)));
    }

    private static IEnumerable<object?> ConstantsOf(Type type) =>
        type.GetFields().OrderBy(f => f.MetadataToken).Select(f => f.GetRawConstantValue());

    [Theory]
    // What AnalysisModeSecurity=Recommended of the SDK holds, but for what rules of PolicyKit stand in for.
    [InlineData(
        "CA3061 CA3075 CA3076 CA3077 CA3147 CA5360 CA5363 CA5365 CA5366 CA5368 CA5369 CA5370 CA5371 CA5372 CA5373 CA5374 CA5379",
        Severity.Error
    )]
    // Insecure deserialisation by Json.NET, forged requests, serious vulnerabilities of packages.
    [InlineData("CA2326 CA2327 CA2328 CA2329 CA2330 CA5395 NU1903 NU1904", Severity.Error)]
    [InlineData("CA5399 CA5400 NU1901 NU1902", Severity.Warning)]
    // The rules that follow data through a program: the nightly profile.
    [InlineData(
        "CA3001 CA3002 CA3003 CA3004 CA3005 CA3006 CA3007 CA3008 CA3009 CA3010 CA3011 CA3012 CA5389 CA5390 CA5403",
        Severity.Information
    )]
    public void The_standard_cites_the_rules_of_the_SDK(string rules, Severity severity) =>
        Assert.All(rules.Split(' '), id => Assert.Equal(severity, MohSewerage.Standard.SeverityOf(RuleId.Parse(id))));

    [Theory]
    [InlineData("CA5350", "PK6201")]
    [InlineData("CA5351", "PK6201")]
    [InlineData("CA5359", "PK6205")]
    [InlineData("CA5364", "PK6204")]
    [InlineData("CA5382", "PK6302")]
    [InlineData("CA5383", "PK6302")]
    [InlineData("CA5384", "PK6201")]
    [InlineData("CA5385", "PK6202")]
    [InlineData("CA5391", "PK6503")]
    [InlineData("CA5394", "PK6207")]
    [InlineData("CA5396", "PK6302")]
    [InlineData("CA5397", "PK6204")]
    [InlineData("CA5404", "PK6303")]
    [InlineData("CA5405", "PK6303")]
    public void Where_a_rule_of_PolicyKit_stands_in_for_one_of_the_SDK_that_one_is_not_cited_and_the_page_says_so(
        string theirs,
        string ours
    )
    {
        Assert.Null(MohSewerage.Standard.SeverityOf(RuleId.Parse(theirs)));
        Assert.NotNull(MohSewerage.Standard.SeverityOf(RuleId.Parse(ours)));
        var page = File.ReadAllText(
            Directory
                .GetFiles(Testing.Repository.PathOf("analyzers", "PolicyKit.Analyzers", "Rules"), ours + "_*.md")
                .Single()
        );
        Assert.Equal(2, page.Split(theirs).Length - 1);
    }
}
