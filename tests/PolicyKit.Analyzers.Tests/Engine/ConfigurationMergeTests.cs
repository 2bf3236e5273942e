namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>Values are judged as .NET merges them for production; what is a secret is judged wherever it is written.</summary>
public sealed class ConfigurationMergeTests
{
    private const string Weak = """{ "Oidc": { "RequireHttpsMetadata": false } }""";

    private static readonly Check Tokens = new("PK6303");

    [Fact]
    public async Task A_value_that_production_replaces_does_not_count() =>
        Assert.Empty(
            await Tokens.Of(
                Files
                    .WithConfiguration(Weak)
                    .AndConfiguration("""{ "oidc": { "requireHttpsMetadata": true } }""", "appsettings.Production.json")
            )
        );

    [Fact]
    public async Task One_that_production_leaves_counts() =>
        Assert.Equal(
            "/src/appsettings.json",
            Assert
                .Single(
                    await Tokens.Of(
                        Files
                            .WithConfiguration(Weak)
                            .AndConfiguration(
                                """{ "Oidc": { "Authority": "https://id.example.jp" } }""",
                                "appsettings.Production.json"
                            )
                    )
                )
                .Location.GetLineSpan()
                .Path
        );

    [Fact]
    public async Task One_that_production_weakens_counts_there() =>
        Assert.Equal(
            "/src/appsettings.Production.json",
            Assert
                .Single(
                    await Tokens.Of(
                        Files
                            .WithConfiguration("""{ "Oidc": { "RequireHttpsMetadata": true } }""")
                            .AndConfiguration(Weak, "appsettings.Production.json")
                    )
                )
                .Location.GetLineSpan()
                .Path
        );

    [Theory]
    [InlineData("appsettings.Staging.json")]
    [InlineData("other/appsettings.Production.json")]
    public async Task No_other_file_replaces_it(string name) =>
        Assert.Single(
            await Tokens.Of(
                Files.WithConfiguration(Weak).AndConfiguration("""{ "Oidc": { "RequireHttpsMetadata": true } }""", name)
            )
        );

    [Fact]
    public async Task A_secret_counts_though_it_is_replaced() =>
        Assert.Single(
            await new Check("PK6102").Of(
                Files
                    .WithConfiguration("""{ "Mail": { "Password": "Kaw4goe#2026" } }""")
                    .AndConfiguration("""{ "Mail": { "Password": "" } }""", "appsettings.Production.json")
            )
        );
}
