namespace PolicyKit.Pack.Sdk.Tests;

/// <summary>What a project names as the policy or the standard and must not go out with a package.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Body _body = new();

    public void Dispose() => _body.Dispose();

    [Theory]
    [InlineData("evidence.json", "証跡")]
    [InlineData("system.json", "システムの申告")]
    [InlineData("overlay.standard.json", "対策基準")]
    public void A_file_that_is_not_public_is_refused_as_the_policy(string file, string kind)
    {
        var output = Refused(policy: file);
        Assert.Contains(
            $"{file}(1,1): error PK1001: `{file}` は公開しない文書 ({kind}) であり、パッケージに入れられません",
            output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("evidence.json")]
    [InlineData("system.json")]
    public void A_register_is_refused_as_the_standard(string file) =>
        Assert.Contains($"{file}(1,1): error PK1001: ", Refused(standard: file), StringComparison.Ordinal);

    [Fact]
    public void An_overlay_is_refused_as_the_standard() =>
        Assert.Contains(
            "error PK1001: `overlay.standard.json` imports `standard.json`: it is an overlay, which is not public and "
                + "cannot be packed (Name `standard.json` as the standard)",
            Refused(standard: "overlay.standard.json", language: "en"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_policy_named_as_the_standard_is_no_secret_but_wrong() =>
        Assert.Contains(
            "error PK0002: `policy.json` は基本方針であり、対策基準ではありません",
            Refused(standard: "policy.json"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_with_a_word_of_what_is_not_public_is_refused()
    {
        File.Move(_body.PathOf("policy.json"), _body.PathOf("バックアップ実施手順.json"));
        Assert.Contains(
            "error PK1001: `バックアップ実施手順.json` は名前に `実施手順` の語がある公開しない文書であり、",
            Refused(policy: "バックアップ実施手順.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_missing_is_named() =>
        Assert.Contains(
            "方針.json(1,1): error PK0002: `方針.json` がありません",
            Refused(policy: "方針.json"),
            StringComparison.Ordinal
        );

    private string Refused(string policy = "policy.json", string standard = "standard.json", string language = "ja")
    {
        var (exitCode, output) = _body.Build(policy, standard, language);
        Assert.Equal(1, exitCode);
        Assert.False(Directory.Exists(_body.Made));
        return output;
    }
}
