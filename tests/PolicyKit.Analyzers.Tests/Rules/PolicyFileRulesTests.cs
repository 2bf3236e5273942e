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

public sealed class PK0001_NoPolicyPackTests
{
    private static readonly Check Rule = new("PK0001");

    [Fact]
    public async Task Reports_that_nothing_reaches_the_compilation()
    {
        Assert.Equal("基本方針パックがコンパイルに届いていません (ないもの: policy, standard)", Assert.Single(await Rule.Of(Files.None)).GetMessage());
        Assert.Equal("No policy pack reaches the compilation (missing: policy, standard)", Assert.Single(await Rule.Of(Files.None.WithProperty("PolicyKitLanguage", "en"))).GetMessage());
    }

    [Fact]
    public async Task Reports_a_missing_policy() => Assert.Contains("(ないもの: policy)", Assert.Single(await Rule.Of(Files.Complete.Without("policy"))).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Reports_a_missing_standard() => Assert.Contains("(ないもの: standard)", Assert.Single(await Rule.Of(Files.Complete.Without("standard"))).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Reports_a_pack_whose_role_was_taken_away() => Assert.Single(await Rule.Of(Files.Complete.WithRole("policy", "")));

    [Fact]
    public async Task Reports_a_declaration_alone() => Assert.Single(await Rule.Of(Files.None.With("system", Files.System)));

    [Fact]
    public async Task Reports_a_policy_file_that_says_it_is_a_system() => Assert.Single(await Rule.Of(Files.Complete.With("policy", Files.Policy.Replace("\"kind\": \"policy\"", "\"kind\": \"system\"", StringComparison.Ordinal))));

    [Theory]
    [InlineData("class C { }")]
    [InlineData("System.Console.WriteLine();")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"PK0001\")] class C { }")]
    public async Task Reports_whatever_the_code(string source) => Assert.Single(await Rule.Of(Files.None, source));

    [Fact]
    public async Task Is_silent_with_a_pack() => Assert.Empty(await Rule.Of(Files.Complete));

    [Fact]
    public async Task Is_silent_without_a_declaration() => Assert.Empty(await Rule.Of(Files.Complete.Without("system")));

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    public async Task Leaves_a_broken_file_to_PK0002(string role) => Assert.Empty(await Rule.Of(Files.Complete.With(role, "{ broken")));

    [Theory]
    [InlineData("policy", "\"title\"")]
    [InlineData("policy", "\"adoption\"")]
    [InlineData("standard", "\"version\"")]
    [InlineData("standard", "\"controls\"")]
    public async Task Leaves_an_incomplete_file_to_PK0002(string role, string member) =>
        Assert.Empty(await Rule.Of(Files.Complete.With(role, (role == "policy" ? Files.Policy : Files.Standard).Replace(member, "\"x\"", StringComparison.Ordinal))));

    [Fact]
    public async Task Does_not_care_about_the_role_s_word_but_about_the_content() => Assert.Empty(await Rule.Of(Files.Complete.WithRole("policy", "anything").WithRole("standard", "else")));
}

public sealed class PK0002_InvalidPolicyFileTests
{
    private static readonly Check Rule = new("PK0002");

    [Fact]
    public async Task Reports_five_mistakes_of_a_policy_at_their_places()
    {
        var policy = Files.Policy.Replace("\"title\": \"情報", "\"titel\": \"情報", StringComparison.Ordinal).Replace("\"date\": \"2026-04-01\"", "\"date\": \"2026-04-31\"", StringComparison.Ordinal)
            .Replace("\"confirmed\": false", "\"confirmed\": \"no\"", StringComparison.Ordinal).Replace("\"citationStyle\": \"outline\"", "\"citationStyle\": \"free\"", StringComparison.Ordinal)
            .Replace("\"id\": \"purpose\"", "\"id\": \"目的\"", StringComparison.Ordinal);
        var found = (await Rule.Of(Files.Complete.With("policy", policy))).OrderBy(d => d.Location.GetLineSpan().StartLinePosition).ToList();
        Assert.Equal(
            ["/pack/policy.json 5:3", "/pack/policy.json 12:13", "/pack/policy.json 19:20", "/pack/policy.json 22:20", "/pack/policy.json 26:13"],
            found.Select(d => $"{d.Location.GetLineSpan().Path} {d.Location.GetLineSpan().StartLinePosition.Line + 1}:{d.Location.GetLineSpan().StartLinePosition.Character + 1}"));
        Assert.Equal("項目 `titel` はここでは使えません", found[0].GetMessage());
    }

    [Theory]
    [InlineData("\"kind\": \"system\"", "\"kind\": \"sistem\"")]
    [InlineData("\"until\": \"2031-03-31\"", "\"until\": \"2031-02-31\"")]
    [InlineData("\"until\": \"2031-03-31\"", "\"until\": \"2021-03-31\"")]
    [InlineData("\"zones\": [\"internet\"]", "\"zones\": \"internet\"")]
    [InlineData("\"port\": 443", "\"port\": \"443\"")]
    [InlineData("\"vendor\"", "\"vender\"")]
    [InlineData("\"confidentiality\": \"3B\"", "\"confidentiality\": \"4\"")]
    [InlineData("\"host\": \"transfer", "\"host\": \"https://transfer")]
    [InlineData("\"purpose\": \"口座", "\"port\": 1, \"purpose\": \"口座")]
    [InlineData("\"name\": \"下水道使用料システム\",", "\"name\": \"下水道使用料システム\"")]
    public async Task Reports_a_mistake_in_a_declaration(string from, string to)
    {
        Assert.Contains(from, Files.System, StringComparison.Ordinal);
        var found = Assert.Single(await Rule.Of(Files.Complete.With("system", Files.System.Replace(from, to, StringComparison.Ordinal))));
        Assert.Equal("/pack/system.json", found.Location.GetLineSpan().Path);
        Assert.True(found.Location.GetLineSpan().StartLinePosition.Line > 0);
    }

    [Fact]
    public async Task Reports_a_date_that_is_none()
    {
        Assert.Equal("評価日 `令和8年` は日付ではありません 〔基本方針 6(7)〕", Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitEvaluationDate", "令和8年"))).GetMessage());
        Assert.Equal("The evaluation date `x` is not a date 〔基本方針 6(7)〕", Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitEvaluationDate", "x").WithProperty("PolicyKitLanguage", "en"))).GetMessage());
    }

    [Fact]
    public async Task Is_silent_about_the_real_files() => Assert.Empty(await Rule.Of(Files.Complete));

    [Theory]
    [InlineData("\"internet\"]", "\"lgwan\"]")]
    [InlineData("\"service\": \"bank-transfer\"", "\"service\": \"other\"")]
    [InlineData("\"assets\": [\"bills\"]", "\"assets\": [\"other\"]")]
    public async Task Leaves_names_of_nothing_to_PK0003(string from, string to) => Assert.Empty(await Rule.Of(Files.Complete.With("system", Files.System.Replace(from, to, StringComparison.Ordinal))));

    [Theory]
    [InlineData("\"port\": 443,", "")]
    [InlineData("\"service\": \"bank-transfer\",", "")]
    [InlineData("\"$schema\": \"../../schemas/system.schema.json\",", "")]
    [InlineData("\n", "\r\n")]
    [InlineData("{\n  \"$schema\"", "\uFEFF{\n  \"$schema\"")]
    public async Task Is_silent_about_what_may_be_left_out_and_about_line_ends(string from, string to)
    {
        var changed = Files.System.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Files.System, changed);
        Assert.Empty(await Rule.Of(Files.Complete.With("system", changed)));
    }

    [Fact]
    public async Task Is_silent_about_broken_files_without_a_role() => Assert.Empty(await Rule.Of(Files.Complete.With("appsettings", "{ broken").WithRole("appsettings", "")));
}

public sealed class PK0003_DanglingReferenceTests
{
    private static readonly Check Rule = new("PK0003");

    [Theory]
    [InlineData("system", "\"internet\"]", "\"lgwan\"]", "ネットワークの系 `lgwan` は対策基準にありません 〔基本方針 6(7)〕")]
    [InlineData("system", "\"zone\": \"internet\"", "\"zone\": \"intern\"", "ネットワークの系 `intern` は対策基準にありません 〔基本方針 6(7)〕")]
    [InlineData("system", "\"service\": \"bank-transfer\"", "\"service\": \"other\"", "外部サービス `other` は申告されていません 〔基本方針 6(7)〕")]
    [InlineData("system", "\"assets\": [\"bills\"]", "\"assets\": [\"other\"]", "情報資産 `other` は申告されていません 〔基本方針 6(7)〕")]
    [InlineData("standard", "[\"measures.human\", \"duty\"]", "[\"measures.human\", \"duties\"]", "条項 `duties` は基本方針にありません 〔基本方針 6(7)〕")]
    [InlineData("standard", "\"threats.disaster\", \"threats.infrastructure\"],\n      \"requirement\": \"通信", "\"threats.fire\"],\n      \"requirement\": \"通信", "条項 `threats.fire` は基本方針にありません 〔基本方針 6(7)〕")]
    [InlineData("standard", "\"rule\": \"PK6001\"", "\"rule\": \"PK6999\"", "規則 `PK6999` はこの版のPolicyKitにありません 〔基本方針 6(7)〕")]
    [InlineData("standard", "\"parameters\": [\"connections.schemes\"", "\"parameters\": [\"connections.scheme\"", "パラメーター `connections.scheme` は対策基準にありません 〔基本方針 6(7)〕")]
    [InlineData("standard", "\"subject\": \"assets\"", "\"subject\": \"asset\"", "システムの申告に項目 `asset` はありません 〔基本方針 6(7)〕")]
    public async Task Reports_a_name_of_nothing_at_its_place(string role, string from, string to, string message)
    {
        var text = role == "system" ? Files.System : Files.Standard;
        Assert.Contains(from, text, StringComparison.Ordinal);
        var found = Assert.Single(await Rule.Of(Files.Complete.With(role, text.Replace(from, to, StringComparison.Ordinal))));
        Assert.Equal($"/pack/{role}.json", found.Location.GetLineSpan().Path);
        Assert.Equal(message, found.GetMessage());
    }

    [Fact]
    public async Task Reports_a_rule_whose_parameter_the_standard_does_not_set_and_the_rule_does_not_run()
    {
        var files = Files.Complete.With("standard", Files.Standard.Replace("\"credentials.names\"", "\"credentials.words\"", StringComparison.Ordinal));
        Assert.Equal("規則 PK6101 に必要なパラメーター `credentials.names` が対策基準にありません 〔基本方針 6(7)〕", Assert.Single(await Rule.Of(files)).GetMessage());
        Assert.Empty(await new Check("PK6101").Of(files, "class C { const string Password = \"Kaw4goe#2026\"; }"));
    }

    [Fact]
    public async Task Says_it_in_English() => Assert.Equal(
        "The standard has no network zone `lgwan` 〔基本方針 6(7)〕",
        Assert.Single(await Rule.Of(Files.Complete.With("system", Files.System.Replace("\"internet\"]", "\"lgwan\"]", StringComparison.Ordinal)).WithProperty("PolicyKitLanguage", "en"))).GetMessage());

    [Fact]
    public async Task Is_silent_about_the_real_files() => Assert.Empty(await Rule.Of(Files.Complete));

    [Theory]
    [InlineData("\"zone\": \"internet\",", "")]
    [InlineData("\"service\": \"bank-transfer\",", "")]
    [InlineData("\"assets\": [\"bills\"],", "")]
    [InlineData("\"assets\": [\"bills\"]", "\"assets\": [\"residents\", \"bills\"]")]
    public async Task Is_silent_about_references_left_out_or_right(string from, string to) => Assert.Empty(await Rule.Of(Files.Complete.With("system", Files.System.Replace(from, to, StringComparison.Ordinal))));

    [Theory]
    [InlineData("\"rule\": \"CA5350\"", "\"rule\": \"SCS0006\"")]
    [InlineData("\"parameters\": [\"credentials.names\", \"credentials.placeholders\"],", "")]
    public async Task Is_silent_about_rules_of_other_analyzers_and_parameters_that_a_control_does_not_list(string from, string to) =>
        Assert.Empty(await Rule.Of(Files.Complete.With("standard", Files.Standard.Replace(from, to, StringComparison.Ordinal))));

    [Fact]
    public async Task Is_silent_about_provisions_when_the_policy_is_not_there_to_be_held_against() => Assert.Empty(await Rule.Of(Files.Complete.Without("policy")));

    [Fact]
    public async Task Is_silent_about_zones_when_the_standard_is_not_there() => Assert.Empty(await Rule.Of(Files.Complete.Without("standard")));
}

public sealed class PK0005_UndeclaredSystemTests
{
    private static readonly Check Rule = new("PK0005");

    [Fact]
    public async Task Reports_a_system_without_a_declaration()
    {
        Assert.Equal("システム `Code` の申告がありません 〔基本方針 6(8)〕", Assert.Single(await Rule.Of(Files.Complete.Without("system"))).GetMessage());
        Assert.Equal("The system `Code` declares nothing about itself 〔基本方針 6(8)〕", Assert.Single(await Rule.Of(Files.Complete.Without("system").WithProperty("PolicyKitLanguage", "en"))).GetMessage());
    }

    [Theory]
    [InlineData("class C { }")]
    [InlineData("")]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("// <auto-generated/>\nclass C { }")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"PK0005\")]")]
    public async Task Reports_whatever_the_code(string source) => Assert.Single(await Rule.Of(Files.Complete.Without("system"), source));

    [Fact]
    public async Task Reports_a_declaration_without_its_role() => Assert.Single(await Rule.Of(Files.Complete.WithRole("system", "")));

    [Fact]
    public async Task Reports_also_when_the_standard_is_missing() => Assert.Single(await Rule.Of(Files.Complete.Without("system").Without("standard")));

    [Fact]
    public async Task Is_silent_with_a_declaration() => Assert.Empty(await Rule.Of(Files.Complete));

    [Fact]
    public async Task Is_silent_without_a_pack() => Assert.Empty(await Rule.Of(Files.None));

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{ \"kind\": \"system\" }")]
    [InlineData("{ \"kind\": \"sistem\" }")]
    [InlineData("")]
    public async Task Leaves_a_declaration_that_cannot_be_read_to_PK0002(string text)
    {
        Assert.Empty(await Rule.Of(Files.Complete.With("system", text)));
        Assert.NotEmpty(await new Check("PK0002").Of(Files.Complete.With("system", text)));
    }

    [Theory]
    [InlineData("declaration")]
    [InlineData("whatever")]
    public async Task Finds_the_declaration_by_its_content(string role) => Assert.Empty(await Rule.Of(Files.Complete.WithRole("system", role)));
}
