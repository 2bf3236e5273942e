using System.Text;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Policies;

public sealed class PolicySerializerTests
{
    private static readonly string Good = Text(
        "outline",
        P("purpose", "1", "目的", "定める。"),
        P("scope", "2", "適用範囲", "適用する。")
    );

    [Theory]
    [InlineData("\"title\":", "\"titel\":", "read.misspelled-member")]
    [InlineData("\"title\":\"情報セキュリティ基本方針\"", "\"title\":5", "read.wrong-type")]
    [InlineData("\"2026-04-01\"", "\"2026-02-30\"", "read.bad-date")]
    [InlineData("\"011002\"", "\"011003\"", "read.bad-body-code")]
    [InlineData("\"outline\"", "\"free\"", "read.unknown-word")]
    [InlineData("\"id\":\"scope\"", "\"id\":\"purpose\"", "read.duplicate-id")]
    [InlineData("\"id\":\"scope\"", "\"id\":\"適用範囲\"", "read.bad-id")]
    [InlineData("\"kind\":\"policy\"", "\"kind\":\"policy\",\"kind\":\"policy\"", "read.duplicate-member")]
    [InlineData("\"kind\":\"policy\"", "\"kind\":\"standard\"", "read.wrong-kind")]
    [InlineData("令和8年4月1日 策定", "令和7年4月1日 策定", "policy.adoption-dates-differ")]
    [InlineData(
        "\"heading\":\"目的\",\"text\":\"定める。\"",
        "\"provisions\":[]",
        "read.empty-list",
        "policy.empty-provision"
    )]
    [InlineData("\"shortTitle\":\"基本方針\",", "", "read.missing-member")]
    [InlineData("\"name\":\"試験市\"", "\"name\":\" \"", "read.empty-string")]
    [InlineData("\"kind\":\"policy\",", "\"kind\":\"policy\"", "json.expected-comma-or-brace")]
    public void Reports_a_mistake_at_its_place(string from, string to, params string[] codes)
    {
        var json = Decoded(Good).Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Decoded(Good), json);
        var problems = PolicySerializer.Read(SourceDocument.FromText("方針/policy.json", json)).Problems;
        Assert.Equal(codes.Order(StringComparer.Ordinal), problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.True(p.Location.Start.Column > 0 && p.Location.File == "方針/policy.json"));
        Assert.All(
            problems,
            p => Assert.NotEqual(p.Message.Text(MessageLanguage.Japanese), p.Message.Text(MessageLanguage.English))
        );
    }

    [Fact]
    public void Collects_four_mistakes_at_once_in_the_order_of_the_text()
    {
        var json = Decoded(Good)
            .Replace("\"title\"", "\"titel\"")
            .Replace("\"2026-04-01\"", "\"2026-02-30\"")
            .Replace("\"011002\"", "\"011003\"")
            .Replace("\"number\":\"2\"", "\"number\":2");
        var problems = PolicySerializer.Read(SourceDocument.FromText("policy.json", json)).Problems;
        Assert.Equal(4, problems.Count);
        Assert.Equal(problems.OrderBy(p => p.Location.Start), problems);
    }

    [Fact]
    public void Reads_a_byte_order_mark_and_crlf_alike()
    {
        var lines = Decoded(Good).Replace(",", ",\r\n", StringComparison.Ordinal);
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(lines)];
        var (withMark, without) = (SourceDocument.FromBytes("p.json", bytes), SourceDocument.FromText("p.json", lines));
        Assert.Equal(PolicySerializer.Read(without).Value, PolicySerializer.Read(withMark).Value);
        Assert.Equal(without.Sha256, withMark.Sha256);
    }

    [Fact]
    public void Never_throws_however_the_text_is_cut_short()
    {
        var bytes = Encoding.UTF8.GetBytes(Decoded(Good));
        for (var length = 0; length < bytes.Length; length++)
            Assert.False(PolicySerializer.Read(SourceDocument.FromBytes("p.json", bytes[..length])).IsValid);
    }

    [Fact]
    public void Knows_the_check_digit_of_a_body_code()
    {
        Assert.True(BodyCode.TryParse("130001", out _));
        Assert.False(BodyCode.TryParse("130002", out _));
        Assert.False(BodyCode.TryParse("１３０００１", out _));
        Assert.False(BodyCode.TryParse("13000", out _));
    }

    // The framework escapes Japanese; people do not write it so.
    private static string Decoded(string json) =>
        System.Text.RegularExpressions.Regex.Replace(
            json,
            @"\\u([0-9A-F]{4})",
            m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()
        );
}
