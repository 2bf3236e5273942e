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
