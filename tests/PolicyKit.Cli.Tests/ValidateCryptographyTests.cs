using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What <c>validate --pack</c> says of the names of cryptography.</summary>
public sealed class ValidateCryptographyTests : IDisposable
{
    private static readonly string Delivery = PackValidation.Delivery;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PBKDF2", null, null, "iterations` が書かれていません")]
    [InlineData("PBKDF2", "iterations", 6000, "100000 以上が必要です")]
    [InlineData("bcrypt (cost 12)", "cost", 11, "名称は 12 を示していますが")]
    [InlineData("bcrypt cost 8", null, null, "10 以上が必要です")]
    public void How_slow_passwords_are_hashed_is_compared_with_the_body_s_parameter(
        string algorithm,
        string? member,
        int? count,
        string said
    )
    {
        var problem = Assert.Single(Run(WithCryptography(algorithm, member, count)).Problems);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PBKDF2-HMAC-SHA256", "iterations", 600_000)]
    [InlineData("bcrypt", "cost", 12)]
    [InlineData("Argon2id", null, null)]
    [InlineData("HKDF-SHA256", null, null)]
    public void A_key_derivation_function_is_no_cipher_that_the_list_lacks(
        string algorithm,
        string? member,
        int? count
    ) => Assert.Empty(Run(WithCryptography(algorithm, member, count)).Problems);

    [Fact]
    public void A_mode_that_is_not_listed_is_named_and_never_a_neighbour()
    {
        var problem = Assert.Single(Run(WithCryptography("AES-256-ECB", null, null)).Problems);
        Assert.Contains("`ECB`", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("近い名称", problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("実装を改めてから", problem.Remedy, StringComparison.Ordinal);
    }

    private static string WithCryptography(string algorithm, string? member, int? count)
    {
        var use = new JsonObject
        {
            ["algorithm"] = algorithm,
            ["purpose"] = "パスワードの保存",
            ["renewalYear"] = 2029,
        };
        if (member is not null)
            use[member] = count;
        var delivery = JsonNode.Parse(Delivery)!;
        delivery["cryptography"] = new JsonArray(use);
        return delivery.ToJsonString();
    }

    private (int ExitCode, List<ToldProblem> Problems) Run(string text, params string[] more) =>
        PackValidation.Run(_folder, text, more);
}
