using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>One company however it is written.</summary>
public sealed class PartyNameTests
{
    [Theory]
    [InlineData("株式会社みずほ計算", "(株)みずほ計算")]
    [InlineData("株式会社みずほ計算", "㈱ みずほ計算")]
    [InlineData("みずほ計算株式会社", "みずほ計算")]
    [InlineData("一般社団法人上下水道支援", "（一社）上下水道支援")]
    [InlineData("ＡＢＣ Systems Co., Ltd.", "abc systems")]
    public void Is_the_same(string one, string other) => Assert.True(PartyNames.AreTheSame(one, other));

    [Theory]
    [InlineData("株式会社みずほ計算", "株式会社みずほ計測")]
    [InlineData("株式会社みずほ", "みずほ市")]
    public void Is_another(string one, string other) => Assert.False(PartyNames.AreTheSame(one, other));

    [Theory]
    [InlineData("サンプル水道システム")]
    [InlineData("㈱サンプル水道システム 品質保証部長")]
    [InlineData("（株）サンプル水道システム保守課長")]
    [InlineData("サンプル水道システムの営業部長")]
    [InlineData("技術統括部長")]
    public void A_change_is_not_approved_by_whoever_made_it(string by) =>
        Assert.Equal(ComplianceState.Violated, Approved(by));

    [Theory]
    [InlineData("情報システム管理者")]
    [InlineData("業務課長")]
    [InlineData("サンプル水道システム室長")]
    public void A_change_is_approved_by_the_body(string by) => Assert.Equal(ComplianceState.Satisfied, Approved(by));

    [Theory]
    [InlineData("(株)サンプル水道システム", "/subcontractors/0/name")]
    [InlineData("合同会社見沼", null)]
    public void The_vendor_is_no_subcontractor_of_itself(string name, string? at)
    {
        var result = Chained(name, null);
        Assert.Equal(
            at,
            result
                .Reasons.Select(r => r.Location?.Pointer)
                .FirstOrDefault(p => p?.EndsWith("name", StringComparison.Ordinal) == true)
        );
    }

    [Fact]
    public void A_subcontractor_of_the_first_tier_is_told_to_name_no_parent() =>
        Assert.Equal(
            "declaration.parent-of-first",
            Chained("合同会社見沼", "株式会社サンプル水道システム").Reasons[0].Code
        );

    private static CheckResult Chained(string name, string? parent) =>
        Sample.Judge(
            new DeclarationCheck
            {
                Subject = "subcontractors",
                Expectation = "a",
                Predicate = DeclarationPredicate.SubcontractorsChained,
            },
            "2026-06-01",
            Sample.SystemWith(json =>
            {
                var item = new JsonObject
                {
                    ["name"] = name,
                    ["work"] = "監視",
                    ["place"] = "市内",
                    ["tier"] = 1,
                    ["approvedOn"] = "2026-02-01",
                    ["startsOn"] = "2026-03-01",
                };
                if (parent is not null)
                    item["parent"] = parent;
                json["subcontractors"] = new JsonArray(item);
            })
        );

    private static ComplianceState Approved(string by) =>
        Sample
            .Judge(
                new DeclarationCheck
                {
                    Subject = "changes",
                    Expectation = "a",
                    Predicate = DeclarationPredicate.ApproverNotApplicant,
                },
                "2026-06-01",
                Sample.SystemWith(json =>
                {
                    json["changes"]![0]!["approvedBy"] = by;
                    json["workforce"]!["manager"] = "技術統括部長";
                })
            )
            .State;
}
