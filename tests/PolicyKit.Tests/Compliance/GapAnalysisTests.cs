using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Tests.Compliance;

/// <summary>施行規則第16条の3, in force on 2027-07-01: 附則第2項 and the proviso of 第1項.</summary>
public sealed class GapAnalysisTests
{
    private const string Technical = "第1項第5号";
    private const string Outsourcing = "第1項第7号";

    [Theory]
    // The system.
    [InlineData("""{ "operation": { "from": "2027-06-30", "until": "2031-03-31" } }""", "2027-07-01", true, true)]
    [InlineData("""{ "operation": { "from": "2027-07-01", "until": "2031-03-31" } }""", "2027-07-01", false, false)]
    [InlineData("""{ "operation": { "from": "2022-04-01", "until": "2027-06-30" } }""", "2026-12-01", false, false)]
    [InlineData("""{ "operation": { "from": "2022-04-01", "until": "2027-07-01" } }""", "2027-07-01", true, true)]
    [InlineData("""{ "operation": { "from": "2022-04-01", "until": "2028-03-31" } }""", "2028-03-31", true, true)]
    [InlineData("""{ "operation": { "from": "2022-04-01", "until": "2028-03-31" } }""", "2028-04-01", false, false)]
    // The contract.
    [InlineData("""{ "contract": { "notApplicable": "団体が自ら運用する" } }""", "2027-07-01", true, false)]
    [InlineData("""{ "contract": null, "stage": "development" }""", "2027-07-01", true, false)]
    [InlineData("""{ "contract": { "signedOn": "2027-07-01" } }""", "2027-07-01", true, false)]
    [InlineData("""{ "contract": { "endsOn": "2027-06-30" } }""", "2026-12-01", true, false)]
    [InlineData("""{ "contract": { "endsOn": "2028-03-31" } }""", "2028-03-31", true, true)]
    [InlineData("""{ "contract": { "endsOn": "2028-03-31" } }""", "2028-04-01", true, false)]
    // External services.
    [InlineData("""{ "externalServices": null, "stage": "development" }""", "2027-07-01", true, false)]
    [InlineData("""{ "externalServices": { "notApplicable": "用いない" } }""", "2027-07-01", true, true)]
    [InlineData("""{ "externalServices": [{ "usedFrom": "2027-06-30" }] }""", "2027-07-01", true, true)]
    [InlineData("""{ "externalServices": [{ "usedFrom": "2027-07-01" }] }""", "2027-07-01", true, false)]
    [InlineData(
        """{ "externalServices": [{ "usedFrom": null, "permission": { "grantedOn": "2026-04-01" } }] }""",
        "2027-09-01",
        true,
        false
    )]
    [InlineData(
        """{ "externalServices": [{ "usedFrom": null, "confidentiality": "1", "permission": null }] }""",
        "2027-09-01",
        true,
        false
    )]
    public void What_existed_on_the_day_and_exists_still_is_exempt_and_nothing_else(
        string changes,
        string asOf,
        bool technical,
        bool outsourcing
    )
    {
        var gap = Gap(asOf, changes);
        Assert.Equal((technical, outsourcing), (Item(gap, Technical).IsExempt, Item(gap, Outsourcing).IsExempt));
        Assert.Equal(outsourcing, Item(gap, Outsourcing).WhyNotExempt is null);
        Assert.All(
            gap.Items.Where(i => i.Item.Number is not (Technical or Outsourcing)),
            i => Assert.False(i.IsExempt)
        );
    }

    // 附則第2項: 「現に実施されている業務委託」.
    [Theory]
    [InlineData("""{ "contract": { "signedOn": "2027-06-30" } }""", true)]
    [InlineData("""{ "contract": { "signedOn": "2027-07-01" } }""", false)]
    [InlineData("""{ "contract": { "endsOn": "2027-06-30" } }""", false)]
    public void A_control_of_the_contract_is_exempt_from_no_item_when_the_contract_is_new(string changes, bool isExempt)
    {
        // An oath that is still to come, so that the control is not met anyway.
        const string Due = """
            {
              "contract": { "endsOn": "2031-03-31" }, "externalServices": [{ "usedFrom": "2026-04-01" }],
              "vendorOath": { "submittedOn": "2030-01-15" }
            }
            """;
        var item = Item(Gap("2027-08-02", changes, Due), Technical);
        var oath = item.Controls.Single(c => c.Result.Control.Id.Value == "outsourcing.vendor-oath");
        Assert.Equal((true, isExempt), (item.IsExempt, oath.WhyNotExempt is null));
        Assert.Equal(isExempt ? GapState.Exempt : GapState.Open, oath.State);
        Assert.Null(item.Controls.Single(c => c.Result.Control.Id.Value == "technical.logs").WhyNotExempt);
    }

    [Fact]
    public void An_item_that_is_not_exempt_says_why() =>
        Assert.Equal(
            "外部サービス `bank-transfer` の利用は 2027-08-01 からで、施行日より前ではありません",
            Item(Gap("2027-09-01", """{ "externalServices": [{ "usedFrom": "2027-08-01" }] }"""), Outsourcing)
                .WhyNotExempt!.Text(MessageLanguage.Japanese)
        );

    [Theory]
    [InlineData(
        """{ "contract": { "endsOn": "2031-03-31" } }""",
        "外部サービス `bank-transfer` の利用を始めた日が申告されていません"
    )]
    [InlineData("""{ "externalServices": [{ "usedFrom": "2026-04-01" }] }""", "終わる日 (`endsOn`) の申告がなく")]
    public void What_is_not_shown_is_not_exempt(string shown, string why)
    {
        var item = Item(Gap("2027-07-02", "{}", shown), Outsourcing);
        Assert.False(item.IsExempt);
        Assert.Contains(why, item.WhyNotExempt!.Text(MessageLanguage.Japanese), StringComparison.Ordinal);
        Assert.Empty(item.Grounds);
    }

    [Fact]
    public void An_exemption_names_what_it_rests_on() =>
        Assert.Equal(
            ["契約 2026-01-15 から 2031-03-31 まで", "外部サービス `bank-transfer` の利用 2026-04-01 から"],
            Item(Gap("2027-07-02", "{}"), Outsourcing)
                .Grounds.Select(g => g.Text(MessageLanguage.Japanese))
                .Where(g => !g.StartsWith("運用", StringComparison.Ordinal))
        );

    [Fact]
    public void What_the_body_left_out_is_owed_all_the_same()
    {
        const string Number = "第1項第8号";
        var all = Sample.Standard.CrosswalkTo("16-3")!;
        var gone = Sample
            .Standard.Controls.Where(c => all.ItemsOf(c).Any(i => i.Number == Number))
            .Select(c => new Deviation(
                DeviationKind.Excluded,
                c.Id.Value,
                Sample.Baseline.Value!.Id,
                "当面行わない",
                "管理者"
            )
            {
                Removed = c,
            })
            .ToValueList();
        var standard = Sample.Standard with
        {
            Controls = Sample.Standard.Controls.Where(c => gone.All(g => g.Removed != c)).ToValueList(),
            Deviations = gone,
        };
        var item = Item(
            GapAnalysis.Of(Sample.Evaluate("2027-07-02", standard: standard), standard, all, Sample.System.Value),
            Number
        );
        Assert.Equal(GapState.Open, item.State);
        Assert.Equal(gone, item.Excluded);
        Assert.NotEmpty(gone);
    }

    [Fact]
    public void An_item_to_which_nothing_leads_has_been_met_by_nobody()
    {
        var crosswalk = Sample.Standard.CrosswalkTo("16-3")!;
        var bare = crosswalk with
        {
            Items = ValueList.Create(new CrosswalkItem { Number = "A.9", Title = "ほかの項目" }),
        };
        var gap = GapAnalysis.Of(Sample.Evaluate("2027-07-02"), Sample.Standard, bare, Sample.System.Value);
        Assert.Equal(GapState.Open, Assert.Single(gap.Items).State);
    }

    [Fact]
    public void A_body_is_exempt_from_nothing()
    {
        var evaluation = new ComplianceEvaluator(Sample.Policy, Sample.Standard).Evaluate(
            null,
            RuleRun.None,
            Sample.Evidence,
            null,
            Sample.Day("2027-07-01")
        );
        var gap = GapAnalysis.Of(evaluation, Sample.Standard, Sample.Standard.CrosswalkTo("16-3")!, null);
        Assert.All(gap.Items, i => Assert.False(i.IsExempt));
    }

    // 「接続されていない…普通地方公共団体であつて、かつ、…多量に保有していないもの及び公安委員会」.
    [Theory]
    [InlineData(null, null, null, GapBinding.NotStated)]
    [InlineData(true, null, null, GapBinding.NotStated)]
    [InlineData(true, true, null, GapBinding.NotBound)]
    [InlineData(true, false, null, GapBinding.Bound)]
    [InlineData(false, null, null, GapBinding.Bound)]
    [InlineData(null, null, true, GapBinding.NotBound)]
    [InlineData(false, false, true, GapBinding.NotBound)]
    [InlineData(null, null, false, GapBinding.NotStated)]
    [InlineData(true, true, false, GapBinding.NotBound)]
    public void The_proviso_holds_for_both_conditions_together_or_for_a_public_safety_commission(
        bool? notConnected,
        bool? littleData,
        bool? commission,
        GapBinding binding
    )
    {
        var framework = FrameworkId.Parse("soumu-rule.16-3");
        var statements = new (string Id, bool? Holds)[]
        {
            ("not-connected", notConnected),
            ("little-personal-data", littleData),
            ("public-safety-commission", commission),
        }
            .Where(s => s.Holds is not null)
            .Select(s => new CrosswalkStatement(
                framework,
                FrameworkId.Parse(s.Id),
                s.Holds!.Value,
                "確かめた",
                "管理者"
            ))
            .ToValueList();
        var standard = Sample.Standard with { CrosswalkStatements = statements };
        var gap = GapAnalysis.Of(
            Sample.Evaluate("2027-07-01"),
            standard,
            standard.CrosswalkTo("16-3")!,
            Sample.System.Value
        );
        Assert.Equal(binding, gap.Binding);
    }

    private static GapItem Item(GapAnalysis gap, string number) => gap.Items.Single(i => i.Item.Number == number);

    // What exists must be shown to: the example does not say how long its contract runs, nor since when it uses a
    // service.
    private const string Shown = """
        { "contract": { "endsOn": "2031-03-31" }, "externalServices": [{ "usedFrom": "2026-04-01" }] }
        """;

    // Members are put into the example's declaration: null takes one out.
    private static GapAnalysis Gap(string asOf, string changes, string shown = Shown)
    {
        var system = Sample.SystemWith(json =>
        {
            Merge(json, JsonNode.Parse(shown)!.AsObject());
            Merge(json, JsonNode.Parse(changes)!.AsObject());
        });
        Assert.NotNull(system.Value);
        return GapAnalysis.Of(
            Sample.Evaluate(asOf, system),
            Sample.Standard,
            Sample.Standard.CrosswalkTo("16-3")!,
            system.Value
        );
    }

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
                into.Remove(name);
            else if (value is JsonObject inner && inner.ContainsKey("notApplicable"))
                into[name] = inner.DeepClone();
            else if (value is JsonObject members && into[name] is JsonObject there)
                Merge(there, members);
            else if (value is JsonArray items && into[name] is JsonArray list)
                Merge(list[0]!.AsObject(), items[0]!.AsObject());
            else
                into[name] = value.DeepClone();
        }
    }
}
