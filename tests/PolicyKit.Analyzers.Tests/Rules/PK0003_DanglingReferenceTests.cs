using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0003_DanglingReferenceTests
{
    private static readonly Check Rule = new("PK0003");

    [Theory]
    [InlineData(
        "system",
        "\"internet\"]",
        "\"lgwan\"]",
        "ネットワークの系 `lgwan` は対策基準にありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "system",
        "\"zone\": \"internet\",\n",
        "\"zone\": \"intern\",\n",
        "ネットワークの系 `intern` は対策基準にありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "system",
        "\"service\": \"bank-transfer\"",
        "\"service\": \"other\"",
        "外部サービス `other` は申告されていません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "system",
        "\"assets\": [\"bills\"]",
        "\"assets\": [\"other\"]",
        "情報資産 `other` は申告されていません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "standard",
        "[\"measures.human\", \"duty\"]",
        "[\"measures.human\", \"duties\"]",
        "条項 `duties` は基本方針にありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "standard",
        "\"threats.disaster\", \"threats.infrastructure\"],\n      \"requirement\": \"通信",
        "\"threats.fire\"],\n      \"requirement\": \"通信",
        "条項 `threats.fire` は基本方針にありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "standard",
        "\"rule\": \"PK6001\"",
        "\"rule\": \"PK6999\"",
        "規則 `PK6999` はこの版のPolicyKitにありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "standard",
        "\"parameters\": [\"connections.schemes\"",
        "\"parameters\": [\"connections.scheme\"",
        "パラメーター `connections.scheme` は対策基準にありません 〔基本方針 6(7)〕"
    )]
    [InlineData(
        "standard",
        "\"subject\": \"assets\"",
        "\"subject\": \"asset\"",
        "システムの申告に項目 `asset` はありません 〔基本方針 6(7)〕"
    )]
    public async Task Reports_a_name_of_nothing_at_its_place(string role, string from, string to, string message)
    {
        var found = Assert.Single(await Rule.Of(Files.Complete.With(role, from, to)));
        Assert.Equal($"/pack/{role}.json", found.Location.GetLineSpan().Path);
        Assert.Equal(message, found.GetMessage());
    }

    [Fact]
    public async Task Reports_a_rule_whose_parameter_the_standard_does_not_set_and_the_rule_does_not_run()
    {
        var files = Files.Complete.With("standard", "\"credentials.names\"", "\"credentials.words\"");
        Assert.Equal(
            "規則 PK6101 に必要なパラメーター `credentials.names` が対策基準にありません 〔基本方針 6(7)〕",
            Assert.Single(await Rule.Of(files)).GetMessage()
        );
        Assert.Empty(await new Check("PK6101").Of(files, "class C { const string Password = \"Kaw4goe#2026\"; }"));
    }

    [Fact]
    public async Task Says_it_in_English() =>
        Assert.Equal(
            "The standard has no network zone `lgwan` 〔基本方針 6(7)〕",
            Assert
                .Single(
                    await Rule.Of(
                        Files
                            .Complete.With("system", "\"internet\"]", "\"lgwan\"]")
                            .WithProperty("PolicyKitLanguage", "en")
                    )
                )
                .GetMessage()
        );

    [Fact]
    public async Task Is_silent_about_the_real_files() => Assert.Empty(await Rule.Of(Files.Complete));

    [Theory]
    [InlineData("\"zone\": \"internet\",", "")]
    [InlineData("\"service\": \"bank-transfer\",", "")]
    [InlineData("\"assets\": [\"bills\"],", "")]
    [InlineData("\"assets\": [\"bills\"]", "\"assets\": [\"residents\", \"bills\"]")]
    public async Task Is_silent_about_references_left_out_or_right(string from, string to) =>
        Assert.Empty(await Rule.Of(Files.Complete.With("system", from, to)));

    [Theory]
    [InlineData("\"rule\": \"CA5350\"", "\"rule\": \"SCS0006\"")]
    [InlineData(
        "\"parameters\": [\"credentials.names\", \"credentials.key-names\", \"credentials.placeholders\"],",
        ""
    )]
    public async Task Is_silent_about_rules_of_other_analyzers_and_parameters_that_a_control_does_not_list(
        string from,
        string to
    ) => Assert.Empty(await Rule.Of(Files.Complete.With("standard", from, to)));

    [Fact]
    public async Task Is_silent_about_provisions_when_the_policy_is_not_there_to_be_held_against() =>
        Assert.Empty(await Rule.Of(Files.Complete.Without("policy")));

    [Fact]
    public async Task Is_silent_about_zones_when_the_standard_is_not_there() =>
        Assert.Empty(await Rule.Of(Files.Complete.Without("standard")));

    [Theory]
    [InlineData(
        "system",
        "\"zone\": \"internet\" }",
        "\"zone\": \"internet\" }, { \"id\": \"db\", \"name\": \"DB\", \"kind\": \"server\", \"zone\": \"lan\" }",
        "ネットワークの系 `lan`"
    )]
    [InlineData(
        "standard",
        "[\"measures.evaluation\", \"audit\", \"review\"]",
        "[\"measures.evaluation\", \"audits\", \"review\"]",
        "条項 `audits`"
    )]
    [InlineData(
        "standard",
        "\"policy\": \"moh-sewerage.basic-policy\"",
        "\"policy\": \"another.basic-policy\"",
        "`another.basic-policy`"
    )]
    [InlineData("standard", "\"subject\": \"vendor\"", "\"subject\": \"vendors\"", "項目 `vendors`")]
    [InlineData("waivers", "\"rule\": \"PK6101\"", "\"control\": \"technical.no-control\"", "`technical.no-control`")]
    public async Task Reports_a_name_of_nothing_in_other_places(string role, string from, string to, string name)
    {
        var found = Assert.Single(await Rule.Of(Register.With(Register.Of()).With(role, from, to)));
        Assert.Equal($"/pack/{role}.json", found.Location.GetLineSpan().Path);
        Assert.Contains(name, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"host\": \"transfer.bank.example.jp\"", "\"host\": \"other.example.jp\"")]
    [InlineData("\"owner\": \"業務課長\"", "\"owner\": \"存在しない役職\"")]
    [InlineData("\"provider\": \"サンプル銀行\"", "\"provider\": \"bank-transfer\"")]
    [InlineData("\"name\": \"調定簿\"", "\"name\": \"residents\"")]
    public async Task Is_silent_about_words_that_name_nothing_in_the_files(string from, string to) =>
        Assert.Empty(await Rule.Of(Files.Complete.With("system", from, to)));

    [Fact]
    public async Task Is_silent_about_waivers_of_what_is_there() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of(subject: "\"control\": \"physical.entry\""))));

    [Theory]
    [InlineData("system", "{ broken")]
    [InlineData("system", "{ \"kind\": \"system\" }")]
    [InlineData("policy", "{ broken")]
    public async Task Leaves_files_that_cannot_be_read_to_PK0002(string role, string text) =>
        Assert.Empty(await Rule.Of(Files.Complete.With(role, text)));
}
