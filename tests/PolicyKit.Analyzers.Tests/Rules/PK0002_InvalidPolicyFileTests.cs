using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0002_InvalidPolicyFileTests
{
    private static readonly Check Rule = new("PK0002");

    [Fact]
    public async Task Reports_five_mistakes_of_a_policy_at_their_places()
    {
        var policy = Files
            .Policy.Replace("\"title\": \"情報", "\"titel\": \"情報", StringComparison.Ordinal)
            .Replace("\"date\": \"2026-04-01\"", "\"date\": \"2026-04-31\"", StringComparison.Ordinal)
            .Replace("\"confirmed\": false", "\"confirmed\": \"no\"", StringComparison.Ordinal)
            .Replace("\"citationStyle\": \"outline\"", "\"citationStyle\": \"free\"", StringComparison.Ordinal)
            .Replace("\"id\": \"purpose\"", "\"id\": \"目的\"", StringComparison.Ordinal);
        var found = (await Rule.Of(Files.Complete.With("policy", policy)))
            .OrderBy(d => d.Location.GetLineSpan().StartLinePosition)
            .ToList();
        Assert.Equal(
            [
                "/pack/policy.json 5:3",
                "/pack/policy.json 12:13",
                "/pack/policy.json 19:20",
                "/pack/policy.json 22:20",
                "/pack/policy.json 26:13",
            ],
            found.Select(d =>
                $"{d.Location.GetLineSpan().Path} "
                + $"{d.Location.GetLineSpan().StartLinePosition.Line + 1}:"
                + $"{d.Location.GetLineSpan().StartLinePosition.Character + 1}"
            )
        );
        Assert.Equal("項目 `titel` はここでは使えません", found[0].GetMessage());
    }

    [Theory]
    [InlineData("\"kind\": \"system\"", "\"kind\": \"sistem\"")]
    [InlineData("\"until\": \"2031-03-31\"", "\"until\": \"2031-02-31\"")]
    [InlineData("\"until\": \"2031-03-31\"", "\"until\": \"2021-03-31\"")]
    [InlineData("\"zones\": [\"internet\"]", "\"zones\": \"internet\"")]
    [InlineData("\"port\": 443", "\"port\": \"443\"")]
    [InlineData("\"vendor\"", "\"vender\"")]
    [InlineData("\"confidentiality\": \"3B\",\n", "\"confidentiality\": \"4\",\n")]
    [InlineData("\"host\": \"transfer", "\"host\": \"https://transfer")]
    [InlineData("\"purpose\": \"口座振替", "\"port\": 1, \"purpose\": \"口座振替")]
    [InlineData("\"name\": \"下水道使用料システム\",", "\"name\": \"下水道使用料システム\"")]
    public async Task Reports_a_mistake_in_a_declaration(string from, string to)
    {
        var found = Assert.Single(await Rule.Of(Files.Complete.With("system", from, to)));
        Assert.Equal("/pack/system.json", found.Location.GetLineSpan().Path);
        Assert.True(found.Location.GetLineSpan().StartLinePosition.Line > 0);
    }

    [Fact]
    public async Task Reports_a_date_that_is_none()
    {
        Assert.Equal(
            "評価日 `令和8年` は日付ではありません 〔基本方針 6(7)〕",
            Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitEvaluationDate", "令和8年"))).GetMessage()
        );
        Assert.Equal(
            "The evaluation date `x` is not a date 〔基本方針 6(7)〕",
            Assert
                .Single(
                    await Rule.Of(
                        Files
                            .Complete.WithProperty("PolicyKitEvaluationDate", "x")
                            .WithProperty("PolicyKitLanguage", "en")
                    )
                )
                .GetMessage()
        );
    }

    [Fact]
    public async Task Is_silent_about_the_real_files() => Assert.Empty(await Rule.Of(Files.Complete));

    [Theory]
    [InlineData("\"internet\"]", "\"lgwan\"]")]
    [InlineData("\"service\": \"bank-transfer\"", "\"service\": \"other\"")]
    [InlineData("\"assets\": [\"bills\"]", "\"assets\": [\"other\"]")]
    public async Task Leaves_names_of_nothing_to_PK0003(string from, string to) =>
        Assert.Empty(await Rule.Of(Files.Complete.With("system", from, to)));

    [Theory]
    [InlineData("\"port\": 443,", "")]
    [InlineData("\"service\": \"bank-transfer\",", "")]
    [InlineData("\"$schema\": \"../../schemas/system.schema.json\",", "")]
    [InlineData("\n", "\r\n")]
    [InlineData("{\n  \"$schema\"", "\uFEFF{\n  \"$schema\"")]
    public async Task Is_silent_about_what_may_be_left_out_and_about_line_ends(string from, string to)
    {
        Assert.Empty(await Rule.Of(Files.Complete.With("system", from, to)));
    }

    [Fact]
    public async Task Is_silent_about_broken_files_without_a_role() =>
        Assert.Empty(await Rule.Of(Files.Complete.With("appsettings", "{ broken").WithRole("appsettings", "")));

    [Theory]
    [InlineData("\"fiscal-year\" }]", "\"every-year\" }]")]
    [InlineData("\"obligation\": \"recommended\"", "\"obligation\": \"optional\"")]
    [InlineData("\"version\": \"0.1.0\"", "\"version\": \" \"")]
    [InlineData("\"number\": \"4-02\",", "")]
    [InlineData("\"id\": \"physical.cabling\"", "\"id\": \"physical.entry\"")]
    public async Task Reports_a_mistake_in_a_standard(string from, string to)
    {
        var found = await Rule.Of(Files.Complete.With("standard", from, to));
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal("/pack/standard.json", d.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("\"reason\": \"機器が対応していない\",", "")]
    [InlineData("\"decidedOn\": \"2026-01-01\"", "\"decidedOn\": \"2026-13-01\"")]
    public async Task Reports_a_mistake_in_a_register_of_waivers(string from, string to) =>
        Assert.Equal(
            "/pack/waivers.json",
            Assert
                .Single(await Rule.Of(Register.With(Register.Of()).With("waivers", from, to)))
                .Location.GetLineSpan()
                .Path
        );

    [Fact]
    public async Task Reports_two_files_of_one_kind() =>
        Assert.Equal(
            "/pack/同じ方針.json",
            Assert.Single(await Rule.Of(Files.Complete.With("同じ方針", Files.Policy))).Location.GetLineSpan().Path
        );

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2031-03-31")]
    [InlineData("2024-02-29")]
    [InlineData("")]
    public async Task Is_silent_about_a_date_that_is_one_or_is_not_given(string date) =>
        Assert.Empty(await Rule.Of(Files.Complete.WithProperty("PolicyKitEvaluationDate", date)));

    [Fact]
    public async Task Is_silent_about_a_register_that_is_right() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(count: 2))));

    [Theory]
    [InlineData("\"confirmed\": false", "\"confirmed\": true")]
    [InlineData("  \"tableOfContents\"", "\n\n  \"tableOfContents\"")]
    public async Task Is_silent_about_other_values_and_white_space_of_a_policy(string from, string to) =>
        Assert.Empty(await Rule.Of(Files.Complete.With("policy", from, to)));
}
