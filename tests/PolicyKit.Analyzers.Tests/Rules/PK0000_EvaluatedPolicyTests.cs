using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Tests.Framework;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0000_EvaluatedPolicyTests
{
    private static readonly Check Rule = new("PK0000");

    [Fact]
    public async Task Names_the_files_their_hashes_the_counts_and_the_date()
    {
        var found = Assert.Single(await Rule.Of(Files.Complete));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Matches("^policy policy.json sha256:[0-9a-f]{64}、standard standard.json sha256:[0-9a-f]{64}、system system.json sha256:[0-9a-f]{64} により規則 3 件、構文木 2 件を評価しました \\(評価日 2026-04-01\\) 〔基本方針 6\\(7\\)〕$", found.GetMessage());
        Assert.Matches("^policy policy.json sha256:.* Evaluated|^Evaluated 3 rules over 2 syntax trees by policy policy.json sha256:", Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitLanguage", "en"))).GetMessage());
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    [InlineData("system")]
    public async Task Speaks_also_when_a_file_is_missing(string role) =>
        Assert.DoesNotContain(role + ".json", Assert.Single(await Rule.Of(Files.Complete.Without(role))).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    [InlineData("system")]
    public async Task Speaks_also_when_a_file_is_broken(string role) => Assert.Single(await Rule.Of(Files.Complete.With(role, "{")));

    [Fact]
    public async Task Counts_only_the_rules_that_the_standard_uses() => Assert.Contains(
        "規則 2 件", Assert.Single(await Rule.Of(Files.Complete.With("standard", Files.Standard.Replace("\"rule\": \"PK6101\"", "\"rule\": \"PK6001\"", StringComparison.Ordinal)))).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Says_when_no_date_was_given() => Assert.Contains("評価日 指定なし", Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitEvaluationDate", ""))).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Gives_another_hash_for_another_policy()
    {
        var (one, other) = (await Rule.Of(Files.Complete), await Rule.Of(Files.Complete.With("policy", Files.Policy + "\n")));
        Assert.NotEqual(one[0].GetMessage(), other[0].GetMessage());
    }

    [Fact]
    public async Task Gives_the_same_message_for_the_same_input() => Assert.Equal((await Rule.Of(Files.Complete))[0].GetMessage(), (await Rule.Of(Files.Complete))[0].GetMessage());

    [Fact]
    public async Task Is_silent_without_any_file() => Assert.Empty(await Rule.Of(Files.None));

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    [InlineData("system")]
    [InlineData("appsettings")]
    [InlineData("translations")]
    [InlineData("launchSettings")]
    [InlineData("PolicyKitRole")]
    public async Task Is_silent_about_files_without_a_role_whatever_their_name(string name) => Assert.Empty(await Rule.Of(Files.None.With(name, Files.Policy).WithRole(name, "")));
}
