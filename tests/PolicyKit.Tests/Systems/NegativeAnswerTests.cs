using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>
/// An answer in words that says there is none, that it is open or that it was not done is no measure.
/// </summary>
public sealed class NegativeAnswerTests
{
    [Theory]
    [InlineData("無し")]
    [InlineData("ありません。")]
    [InlineData("特にございません")]
    [InlineData("未定です")]
    [InlineData("今後検討する")]
    [InlineData("Ｎｏｎｅ")]
    [InlineData("TBD")]
    [InlineData("対策は特になし")]
    [InlineData("予備電源なし（小規模のため）")]
    [InlineData("停電時の手順は未策定")]
    [InlineData("まだ設定していない")]
    [InlineData("導入予定")]
    [InlineData("準備中のため")]
    public void Is_no_measure(string said) => Assert.True(Statements.IsNegative(said));

    [Theory]
    [InlineData("自家発電機 (72時間)")]
    [InlineData("単一障害点なし")]
    [InlineData("変更権限を持つ者がない")]
    [InlineData("外部に公開していない")]
    [InlineData("持出しを行っていない")]
    [InlineData("未使用のポートを閉じる")]
    [InlineData("本番データを試験に使用しない")]
    [InlineData("TLS 1.1に対応していない")]
    [InlineData("無停電電源装置")]
    [InlineData("なりすましを防ぐ署名")]
    [InlineData("noneを許さないCSP")]
    [InlineData("渡す情報がない")]
    public void Is_an_answer(string said) => Assert.False(Statements.IsNegative(said));

    [Theory]
    [InlineData("physical.power", "availability", "power", "特になし", "自家発電機")]
    [InlineData("outsourcing.service-level", "availability", "serviceLevel", "協議中", "月間稼働率 99.9%")]
    [InlineData("technical.log-protection", "logs", "timeSource", "不明", "庁内のNTPサーバ")]
    [InlineData("outsourcing.exit", "externalServices", "exitPlan", "未策定", "解約時に全件を消去する")]
    [InlineData("outsourcing.contract", "contract", "inspection", "ありません", "第12条")]
    [InlineData("outsourcing.workforce", "workforce", "roster", "未整備", "業務課の書庫")]
    public void Breaches_the_control_that_stands_on_it(
        string control,
        string topic,
        string member,
        string negative,
        string answer
    )
    {
        Assert.Equal(ComplianceState.Violated, StateOf(control, Said(topic, member, negative)));
        Assert.Equal(ComplianceState.Satisfied, StateOf(control, Said(topic, member, answer)));
    }

    [Fact]
    public void Breaches_no_control_that_stands_on_another_member() =>
        Assert.Equal(
            ComplianceState.Satisfied,
            StateOf("outsourcing.service-register", Said("externalServices", "exitPlan", "未定"))
        );

    [Theory]
    [InlineData(false, ComplianceState.Violated)]
    [InlineData(true, ComplianceState.Satisfied)]
    public void No_ground_is_needed_for_a_registered_service(bool isRegistered, ComplianceState state) =>
        Assert.Equal(
            state,
            StateOf(
                "outsourcing.ismap",
                json =>
                {
                    json["externalServices"]![0]!["ismapRegistered"] = isRegistered;
                    json["externalServices"]![0]!["selectionGround"] = "無";
                }
            )
        );

    [Theory]
    [InlineData("検討中", ComplianceState.Violated)]
    [InlineData("閉域で用い、毎月の更新で補う", ComplianceState.Satisfied)]
    public void A_device_below_the_level_needs_a_real_ground(string ground, ComplianceState state) =>
        Assert.Equal(
            state,
            StateOf(
                "physical.devices",
                json =>
                {
                    json["devices"]![0]!["jcStar"] = 0;
                    json["devices"]![0]!["selectionGround"] = ground;
                }
            )
        );

    [Theory]
    [InlineData("未対応", ComplianceState.Violated)]
    [InlineData("3DES", ComplianceState.Violated)]
    [InlineData("機器に備わる暗号化", ComplianceState.Satisfied)]
    public void A_medium_is_encrypted_by_something_that_protects(string encryption, ComplianceState state) =>
        Assert.Equal(
            state,
            StateOf(
                "assets.removable-media",
                json =>
                    json["media"] = new JsonArray(
                        new JsonObject
                        {
                            ["number"] = "M-7",
                            ["kind"] = "外付けSSD",
                            ["encryption"] = encryption,
                            ["keeper"] = "業務課長",
                            ["permission"] = "持出簿",
                        }
                    )
            )
        );

    private static Action<JsonObject> Said(string topic, string member, string text) =>
        json => (json[topic] is JsonArray items ? items[0]! : json[topic]!)[member] = text;

    private static ComplianceState StateOf(string control, Action<JsonObject> change)
    {
        var system = Sample.SystemWith(change);
        Assert.NotNull(system.Value);
        return ComplianceStateExtensions.Worst(
            Sample
                .Evaluate("2026-06-01", system)
                .Controls.Single(c => c.Control.Id.Value == control)
                .Checks.Where(c => c.Check is DeclarationCheck)
                .Select(c => c.State)
        );
    }
}
