using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0001_NoPolicyPackTests
{
    private static readonly Check Rule = new("PK0001");

    [Fact]
    public async Task Reports_that_nothing_reaches_the_compilation()
    {
        Assert.Equal(
            "基本方針パックがコンパイルに届いていません (ないもの: policy, standard)",
            Assert.Single(await Rule.Of(Files.None)).GetMessage()
        );
        Assert.Equal(
            "No policy pack reaches the compilation (missing: policy, standard)",
            Assert.Single(await Rule.Of(Files.None.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
    }

    [Fact]
    public async Task Reports_a_missing_policy() =>
        Assert.Contains(
            "(ないもの: policy)",
            Assert.Single(await Rule.Of(Files.Complete.Without("policy"))).GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Reports_a_missing_standard() =>
        Assert.Contains(
            "(ないもの: standard)",
            Assert.Single(await Rule.Of(Files.Complete.Without("standard"))).GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Reports_a_pack_whose_role_was_taken_away() =>
        Assert.Single(await Rule.Of(Files.Complete.WithRole("policy", "")));

    [Fact]
    public async Task Reports_a_declaration_alone() =>
        Assert.Single(await Rule.Of(Files.None.With("system", Files.System)));

    [Fact]
    public async Task Reports_a_policy_file_that_says_it_is_a_system() =>
        Assert.Single(await Rule.Of(Files.Complete.With("policy", "\"kind\": \"policy\"", "\"kind\": \"system\"")));

    [Theory]
    [InlineData("class C { }")]
    [InlineData("System.Console.WriteLine();")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"PK0001\")] class C { }")]
    public async Task Reports_whatever_the_code(string source) => Assert.Single(await Rule.Of(Files.None, source));

    [Fact]
    public async Task Is_silent_with_a_pack() => Assert.Empty(await Rule.Of(Files.Complete));

    [Fact]
    public async Task Is_silent_without_a_declaration() =>
        Assert.Empty(await Rule.Of(Files.Complete.Without("system")));

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    public async Task Leaves_a_broken_file_to_PK0002(string role) =>
        Assert.Empty(await Rule.Of(Files.Complete.With(role, "{ broken")));

    [Theory]
    [InlineData("policy", "\"title\"")]
    [InlineData("policy", "\"adoption\"")]
    [InlineData("standard", "\"version\"")]
    [InlineData("standard", "\"controls\"")]
    public async Task Leaves_an_incomplete_file_to_PK0002(string role, string member) =>
        Assert.Empty(await Rule.Of(Files.Complete.With(role, member, "\"x\"")));

    [Fact]
    public async Task Does_not_care_about_the_role_s_word_but_about_the_content() =>
        Assert.Empty(await Rule.Of(Files.Complete.WithRole("policy", "anything").WithRole("standard", "else")));

    [Theory]
    [InlineData("waivers")]
    [InlineData("evidence")]
    public async Task Reports_a_register_alone(string kind) =>
        Assert.Contains(
            "policy, standard",
            Assert
                .Single(
                    await Rule.Of(
                        Files.None.With(
                            kind,
                            $$"""{ "kind": "{{kind}}", "id": "x.register", "{{(kind == "waivers" ? kind : "records")}}": [] }"""
                        )
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Reports_a_standard_file_that_says_it_is_a_policy() =>
        Assert.Contains(
            "(ないもの: standard)",
            Assert
                .Single(
                    await Rule.Of(Files.Complete.With("standard", "\"kind\": \"standard\"", "\"kind\": \"policy\""))
                )
                .GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Reports_a_pack_given_as_configuration() =>
        Assert.Single(await Rule.Of(Files.Complete.WithRole("policy", "configuration")));

    [Theory]
    [InlineData("")]
    [InlineData("令和8年4月1日")]
    public async Task Reports_it_without_a_date_too(string date) =>
        Assert.Single(await Rule.Of(Files.None.WithProperty("PolicyKitEvaluationDate", date)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Leaves_what_is_no_object_to_PK0002(string text)
    {
        var files = Files.Complete.With("policy", text);
        Assert.Empty(await Rule.Of(files));
        Assert.NotEmpty(await new Check("PK0002").Of(files));
    }

    [Fact]
    public async Task Is_silent_with_a_pack_of_another_name() =>
        Assert.Empty(await Rule.Of(Files.None.With("方針", Files.Policy).With("基準", Files.Standard)));

    [Fact]
    public async Task Is_silent_with_files_that_have_a_byte_order_mark_and_other_line_ends() =>
        Assert.Empty(
            await Rule.Of(
                Files.Complete.With("policy", "\uFEFF" + Files.Policy.Replace("\n", "\r\n", StringComparison.Ordinal))
            )
        );

    [Fact]
    public async Task Is_silent_with_a_pack_and_registers() =>
        Assert.Empty(await Rule.Of(Register.With(Register.Of())));
}
