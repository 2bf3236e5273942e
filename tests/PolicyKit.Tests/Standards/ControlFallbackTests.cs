using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Standards;

/// <summary>A control whose provision a policy does not have is told, and never cited as if it were there.</summary>
public sealed class ControlFallbackTests
{
    [Fact]
    public void Lists_the_controls_whose_measure_the_policy_does_not_have()
    {
        var pack = Load("[]");
        var audit = pack.Fallbacks.First(f => f.Canonical.Value == "measures.evaluation");
        Assert.Equal("measures", audit.Cited!.Value);
        Assert.True(audit.IsMeasureMissing);
        var contractors = pack.Fallbacks.First(f => f.Canonical.Value == "measures.outsourcing.contractors");
        Assert.Equal("measures.outsourcing", contractors.Cited!.Value);
        Assert.False(contractors.IsMeasureMissing);
    }

    [Fact]
    public void A_finding_says_that_the_policy_does_not_have_the_measure()
    {
        var pack = Load("[]");
        var basis = pack.BasisOf(RuleId.Parse("PK6101"), ValueList<ProvisionId>.Empty);
        Assert.Contains("(measures.technical の定めなし)", basis.LongCitation, StringComparison.Ordinal);
        Assert.Contains("(measures.technical の定めなし)", basis.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_names_the_provision_that_says_it()
    {
        var pack = Load(
            """[{ "canonical": "measures.evaluation", "provision": "check" }, { "canonical": "measures.technical", "provision": "it" }]"""
        );
        Assert.DoesNotContain(pack.Fallbacks, f => f.Canonical.Value == "measures.evaluation");
        Assert.Contains(pack.Standard!.Controls, c => c.Provisions.Any(p => p.Value == "check"));
        var basis = pack.BasisOf(RuleId.Parse("PK6101"), ValueList<ProvisionId>.Empty);
        Assert.Contains("第2条 情報技術", basis.LongCitation, StringComparison.Ordinal);
        Assert.DoesNotContain("定めなし", basis.LongCitation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_to_nothing_is_a_problem() =>
        Assert.Contains(
            Load("""[{ "canonical": "measures.evaluation", "provision": "nowhere" }]""").Problems,
            p => p.Code == "reference.unknown-provision"
        );

    private static PolicyPack Load(string mapping)
    {
        var baseline = Sample.Baseline;
        var policy = Text(
            "article",
            P(
                "measures",
                "第1条",
                "対策",
                null,
                P("measures.outsourcing", "1", "委託", "契約に定める。"),
                P("measures.organization", "2", "体制", "設ける。")
            ),
            P("it", "第2条", "情報技術", "守る。"),
            P("check", "第3条", "点検", "行う。"),
            P("threats", "第4条", "脅威", "想定する。")
        );
        if (mapping != "[]")
            policy = policy.Replace(
                "\"provisions\":[{\"id\":\"measures\"",
                $"\"mapping\":{mapping},\"provisions\":[{{\"id\":\"measures\"",
                StringComparison.Ordinal
            );
        var standard = $$"""
            {
              "kind": "standard",
              "id": "test.standard",
              "policy": "test.policy",
              "version": "1",
              "title": "対策基準",
              "shortTitle": "対策基準",
              "imports": [
                { "standard": "{{baseline.Value!.Id}}", "version": "{{baseline.Value.Version}}", "sha256": "{{baseline.Source.Sha256}}" }
              ]
            }
            """;
        return PolicyPack.Load([
            SourceDocument.FromText("policy.json", policy),
            SourceDocument.FromText("standard.json", standard),
            baseline.Source,
        ]);
    }
}
