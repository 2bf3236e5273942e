using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>What is said not to apply has a reason, and nothing else in the declaration speaks against it.</summary>
public sealed class TopicReasonTests
{
    [Theory]
    [InlineData("workforce")]
    [InlineData("ownership")]
    [InlineData("vendorOath")]
    [InlineData("engagementTerms")]
    [InlineData("contractorCheckSheet")]
    [InlineData("supplyChain")]
    public void A_contract_has_people_owners_terms_and_suppliers(string topic) =>
        Assert.Contains("に `", Said(topic, "小さな契約のため対象としない"), StringComparison.Ordinal);

    [Theory]
    [InlineData("connections")]
    [InlineData("training")]
    [InlineData("malwareProtection")]
    [InlineData("accounts")]
    public void Services_people_and_servers_speak_against_it(string topic) =>
        Assert.Contains("に `", Said(topic, "このシステムにはない"), StringComparison.Ordinal);

    [Theory]
    [InlineData("該当しない")]
    [InlineData("該当なし。")]
    [InlineData("-")]
    [InlineData("Ｎ／Ａ")]
    [InlineData("なし")]
    [InlineData("特になし")]
    public void What_only_says_again_that_it_does_not_apply_is_no_reason(string reason) =>
        Assert.Contains("理由になっていません", Said("wirelessLans", reason), StringComparison.Ordinal);

    [Theory]
    [InlineData("無線LANを使わない")]
    [InlineData("利用者なし")]
    public void A_reason_that_says_what_is_absent_is_one(string reason) =>
        Assert.Equal("", Said("wirelessLans", reason));

    [Theory]
    [InlineData("sbom", "SBOMはまだ作っていない")]
    [InlineData("securityRequirements", "セキュリティの要件は未策定のため")]
    [InlineData("documents", "設計書などを整備していないので")]
    [InlineData("patching", "予算がないため行っていない")]
    [InlineData("incidentResponse", "連絡体制を決めておりません。体制を設けていない")]
    [InlineData("environments", "本番環境のみで試験するため")]
    [InlineData("logs", "システムは操作の記録を取っていない")]
    public void A_reason_that_says_that_it_was_not_done_breaches(string topic, string reason) =>
        Assert.Contains("行っていないという申告です", Said(topic, reason), StringComparison.Ordinal);

    [Theory]
    [InlineData("sbom", "ソフトウェアを納めない")]
    [InlineData("vulnerabilityTests", "外部に公開する画面を作成していないため")]
    [InlineData("vendorOath", "別の契約を結んでいないため")]
    [InlineData("deviceCriteria", "機器を調達していないため")]
    public void A_reason_that_says_that_something_else_is_not_there_is_one(string topic, string reason) =>
        Assert.DoesNotContain("行っていないという申告です", Said(topic, reason), StringComparison.Ordinal);

    [Theory]
    [InlineData("検討中のため")]
    [InlineData("未定です")]
    public void What_is_open_is_no_reason(string reason) =>
        Assert.Contains("理由になっていません", Said("wirelessLans", reason), StringComparison.Ordinal);

    [Fact]
    public void Guarded_information_speaks_against_a_system_without_cryptography() =>
        Assert.Contains("に `", Said("cryptography", "暗号化する通信がない"), StringComparison.Ordinal);

    // What the checks of the topic say, with their sentences.
    private static string Said(string topic, string reason)
    {
        var system = Sample.SystemWith(json => json[topic] = new JsonObject { ["notApplicable"] = reason });
        Assert.NotNull(system.Value);
        return string.Join(
            "\n",
            Sample
                .Evaluate("2026-11-26", system)
                .Controls.SelectMany(c => c.Checks)
                .Where(c => c.Check is DeclarationCheck check && check.Subject == topic && c.State.IsBreach())
                .SelectMany(c => c.Reasons)
                .Select(r => r.Message.Text(MessageLanguage.Japanese))
                .Distinct()
        );
    }
}
