using NodaTime;
using PolicyKit.Json;
using PolicyKit.Packs.MohSewerage;
using PolicyKit.Policies;
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
        Assert.All([Policy.Purpose, Policy.Duty!.Provision, Policy.AuditAndSelfInspection, Policy.Review, Policy.Standard, Policy.Procedures], Assert.NotNull);
        Assert.Equal(new LocalDate(2026, 4, 1), Policy.Adoption.Date);
    }

    [Fact]
    public void A_word_that_the_source_breaks_is_one_word() => Assert.Contains("部外者の侵入等の意図的な要因", Policy.Threats[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("measures.operations", "6(7)")]
    [InlineData("scope.assets.information", "4(2)②")]
    [InlineData("measures.outsourcing.external-services", "6(8) 第2段落")]
    [InlineData("standard.non-disclosure", "9 第2段落")]
    public void Cites_in_the_body_s_own_style(string id, string citation) => Assert.Equal(citation, Policy.Cite(ProvisionId.Parse(id)));

    [Fact]
    public void Resolves_the_references_in_the_text() => Assert.Equal(
        ["measures: 上記3 -> threats", "standard.establishment: 上記6、7及び8 -> measures, audit, review"],
        ProvisionReferences.Find(Policy).Select(r => $"{r.From}: {r.Text} -> {string.Join(", ", r.To)}"));

    [Fact]
    public void Shows_the_oddities_of_the_real_text() => Snapshot.Match(
        string.Concat(PolicyLints.Check(Policy, MohSewerage.Source("policy.json")).Select(p => $"{p.Location} {p.Message.Text(MessageLanguage.Japanese)}\n")));

    [Fact]
    public void The_standard_covers_all_nine_measures_and_says_openly_what_no_machine_checks()
    {
        Assert.Equal(Enum.GetValues<MeasureKind>(), MohSewerage.Standard.Controls.Select(c => c.Measure).Distinct().Order());
        Assert.True(MohSewerage.Standard.Controls.Count >= 12);
        Assert.Contains(MohSewerage.Standard.Controls, c => c.NotMachineCheckable is not null && c.Checks.Count == 0);
        Assert.All(MohSewerage.Standard.Controls, c => Assert.True(c.Checks.Count > 0 || c.NotMachineCheckable is not null));
    }

    [Fact]
    public void The_build_raises_exactly_the_foreign_rules_that_the_standard_cites()
    {
        var targets = System.Xml.Linq.XDocument.Load(Testing.Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "build", "PolicyKit.Packs.MohSewerage.Orchestration.targets"));
        var raised = targets.Descendants("WarningsAsErrors").Single().Value.Split(';').Where(id => !id.StartsWith('$'));
        Assert.Equal(MohSewerage.Standard.Controls.SelectMany(c => c.Checks).OfType<SourceCheck>().Where(c => !c.Rule.IsPolicyKit).Select(c => c.Rule.Value).Order(StringComparer.Ordinal), raised);
    }
}
