using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0011_EndingWaiverTests
{
    private static readonly Check Rule = new("PK0011");

    // The evaluation date of the tests is 2026-04-01.
    [Fact]
    public async Task Reports_a_waiver_that_has_ended()
    {
        var files = Register.With(Register.Of(expires: "2026-03-31"));
        var found = Assert.Single(await Rule.Of(files));
        Assert.Equal("例外措置 `w-1` は 2026-03-31 に終了しました 〔基本方針 6(7)〕", found.GetMessage());
        Assert.Equal(
            "The waiver `w-1` expired on 2026-03-31 〔基本方針 6(7)〕",
            Assert.Single(await Rule.Of(files.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal(
            ("/pack/waivers.json", 3),
            (found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line)
        );
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-01-01")]
    [InlineData("2026-03-30")]
    public async Task Reports_an_end_however_long_ago(string expires) =>
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert.Single(await Rule.Of(Register.With(Register.Of(expires, from: "2025-06-01")))).Severity
        );

    [Theory]
    [InlineData("2026-04-01", "あと0日")]
    [InlineData("2026-04-30", "あと29日")]
    [InlineData("2026-05-01", "あと30日")]
    public async Task Warns_of_one_that_ends_soon(string expires, string days)
    {
        var found = Assert.Single(await Rule.Of(Register.With(Register.Of(expires))));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains(days, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_one_that_ends_early_because_the_longest_term_ends() =>
        Assert.Contains(
            await Rule.Of(Register.With(Register.Of(expires: "2030-03-31", from: "2025-03-01"))),
            d => d.GetMessage().Contains("2026-02-28 に終了", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("2026-05-02")]
    [InlineData("2026-09-30")]
    [InlineData("2026-12-31")]
    public async Task Is_silent_about_one_that_lasts(string expires) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires))));

    [Theory]
    [InlineData("2026-04-02", "2026-12-31")]
    [InlineData("2027-01-01", "2027-06-30")]
    public async Task Is_silent_about_one_that_has_not_begun(string from, string expires) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires, from))));

    [Fact]
    public async Task Is_silent_without_a_register() => Assert.Empty(await Rule.Of(Files.Complete));

    [Fact]
    public async Task Is_silent_without_an_evaluation_date_because_PK0000_says_so() =>
        Assert.Empty(
            await Rule.Of(Register.With(Register.Of(expires: "2026-03-31")).WithProperty("PolicyKitEvaluationDate", ""))
        );

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{ \"kind\": \"waivers\" }")]
    public async Task Leaves_a_register_that_cannot_be_read_to_PK0002(string text)
    {
        Assert.Empty(await Rule.Of(Register.With(text)));
        Assert.NotEmpty(await new Check("PK0002").Of(Register.With(text)));
    }

    [Theory]
    [InlineData("\"rule\": \"PK6001\"")]
    [InlineData("\"rule\": \"CA5351\"")]
    [InlineData("\"control\": \"physical.entry\"")]
    public async Task Reports_the_end_whatever_is_waived(string subject) =>
        Assert.Single(await Rule.Of(Register.With(Register.Of(expires: "2026-03-31", subject: subject))));

    [Fact]
    public async Task Reports_each_of_several() =>
        Assert.Equal(4, (await Rule.Of(Register.With(Register.Of(expires: "2026-03-31", count: 4)))).Count);

    [Theory]
    [InlineData("2026-05-02", "2026-05-03")]
    [InlineData("2026-08-31", "2026-09-30")]
    [InlineData("2026-10-01", "2027-04-01")]
    public async Task Reports_by_the_evaluation_date_and_no_clock(string expires, string asOf) =>
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert
                .Single(
                    await Rule.Of(Register.With(Register.Of(expires)).WithProperty("PolicyKitEvaluationDate", asOf))
                )
                .Severity
        );

    [Theory]
    [InlineData("2026-03-31", "2026-01-31")]
    [InlineData("2026-06-30", "2026-05-30")]
    public async Task Is_silent_on_a_day_long_before_the_end(string expires, string asOf) =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires)).WithProperty("PolicyKitEvaluationDate", asOf)));

    [Fact]
    public async Task Gives_no_notice_where_the_standard_asks_for_none() =>
        Assert.Empty(await Rule.Of(Files.Complete.With("waivers", Register.Of("2026-04-02"))));

    [Fact]
    public async Task Is_silent_about_a_register_without_a_role() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(expires: "2026-03-31")).WithRole("waivers", "")));

    [Fact]
    public async Task Leaves_what_is_improper_and_lasts_to_PK0012()
    {
        var files = Register.With(Register.Of(approver: "副責任者"));
        Assert.Empty(await Rule.Of(files));
        Assert.NotEmpty(await new Check("PK0012").Of(files));
    }

    [Fact]
    public async Task Is_silent_about_a_date_that_is_none() =>
        Assert.Empty(
            await Rule.Of(
                Register.With(Register.Of(expires: "2026-03-31")).WithProperty("PolicyKitEvaluationDate", "本日")
            )
        );
}
