using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0012_ImproperWaiverTests
{
    private static readonly Check Rule = new("PK0012");

    [Fact]
    public async Task Reports_an_approver_who_holds_the_applicant_s_post()
    {
        var files = Register.With(Register.Of(approver: "副責任者"));
        Assert.Equal(
            "例外措置 `w-1` の申請者 `業務課長` と承認者 `副責任者` は同じ者です 〔基本方針 6(7)〕",
            Assert.Single(await Rule.Of(files)).GetMessage()
        );
        Assert.Equal(
            "The applicant `業務課長` and the approver `副責任者` of the waiver `w-1` are the same person 〔基本方針 6(7)〕",
            Assert.Single(await Rule.Of(files.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
    }

    [Theory]
    [InlineData("2026-01-01", "2027-01-01")]
    [InlineData("2026-04-01", "2031-03-31")]
    [InlineData("2026-02-28", "2027-02-28")]
    public async Task Reports_one_that_lasts_longer_than_the_longest_term(string from, string expires) =>
        Assert.Contains(
            "最長の期間 12か月を超えます",
            Assert.Single(await Rule.Of(Register.With(Register.Of(expires, from)))).GetMessage(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\"rule\": \"PK9998\"")]
    [InlineData("\"rule\": \"CA2100\"")]
    [InlineData("\"rule\": \"PK6101\", \"control\": \"technical.access-control\"")]
    public async Task Reports_one_that_can_match_nothing(string subject) =>
        Assert.Equal(
            DiagnosticSeverity.Warning,
            Assert.Single(await Rule.Of(Register.With(Register.Of(subject: subject)))).Severity
        );

    [Fact]
    public async Task Reports_too_many_that_end_on_one_day() =>
        Assert.Contains(
            "2026-09-30 に終わる例外措置が3件あります",
            Assert.Single(await Rule.Of(Register.With(Register.Of(count: 3)))).GetMessage(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("2026-03-01", "2027-02-28")]
    [InlineData("2026-04-01", "2026-04-01")]
    public async Task Is_silent_about_one_that_lasts_no_longer(string from, string expires) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires, from))));

    [Theory]
    [InlineData("\"rule\": \"PK6101\"")]
    [InlineData("\"rule\": \"CA5351\"")]
    [InlineData("\"control\": \"physical.entry\"")]
    [InlineData("\"rule\": \"PK6101\", \"control\": \"technical.credentials\"")]
    public async Task Is_silent_about_what_the_standard_uses(string subject) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(subject: subject))));

    [Fact]
    public async Task Is_silent_about_a_few_that_end_on_one_day() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(count: 2))));

    [Fact]
    public async Task Is_silent_about_many_that_have_ended() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires: "2026-03-31", count: 5))));

    [Fact]
    public async Task Leaves_an_approver_of_the_applicant_s_name_to_PK0002()
    {
        var files = Register.With(Register.Of(approver: "業務課長"));
        Assert.Empty(await Rule.Of(files));
        Assert.Single(await new Check("PK0002").Of(files));
    }

    [Fact]
    public async Task Knows_no_longest_term_where_the_standard_sets_none() =>
        Assert.Empty(await Rule.Of(Files.Complete.With("waivers", Register.Of("2031-03-31"))));

    [Theory]
    [InlineData("\"rule\": \"PK6101\", \"control\": \"resilience.connections\"")]
    [InlineData("\"rule\": \"PK3002\", \"control\": \"technical.credentials\"")]
    [InlineData("\"rule\": \"CA5350\", \"control\": \"physical.entry\"")]
    [InlineData("\"rule\": \"PK9999\"")]
    public async Task Reports_a_rule_that_is_not_the_control_s_or_nobody_s(string subject) =>
        Assert.NotEmpty(await Rule.Of(Register.With(Register.Of(subject: subject))));

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public async Task Reports_any_number_beyond(int count) =>
        Assert.Contains(
            $"例外措置が{count}件あります",
            Assert.Single(await Rule.Of(Register.With(Register.Of(count: count)))).GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Reports_too_long_a_term_of_each_of_several() =>
        Assert.Equal(2, (await Rule.Of(Register.With(Register.Of(expires: "2030-03-31", count: 2)))).Count);

    [Fact]
    public async Task Reports_the_same_holder_although_it_has_ended() =>
        Assert.Contains(
            await Rule.Of(Register.With(Register.Of(expires: "2026-03-31", approver: "副責任者"))),
            d => d.GetMessage().Contains("同じ者です", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("業務課 課長補佐")]
    [InlineData("管理者")]
    public async Task Is_silent_about_an_approver_of_another_post(string approver) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(approver: approver))));

    [Fact]
    public async Task Is_silent_about_a_register_without_a_role() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(approver: "副責任者")).WithRole("waivers", "")));

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{ \"kind\": \"waivers\" }")]
    public async Task Leaves_a_register_that_cannot_be_read_to_PK0002(string text) =>
        Assert.Empty(await Rule.Of(Register.With(text)));
}
