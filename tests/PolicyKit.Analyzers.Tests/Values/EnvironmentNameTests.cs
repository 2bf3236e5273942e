using PolicyKit.Analyzers.Tests.Engine;
using PolicyKit.Analyzers.Values;

namespace PolicyKit.Analyzers.Tests.Values;

/// <summary>Only a name that speaks of the environment alone lets a rule be silent.</summary>
public sealed class EnvironmentNameTests
{
    [Theory]
    [InlineData("isDevelopment")]
    [InlineData("IsDev")]
    [InlineData("inDevMode")]
    [InlineData("IS_DEVELOPMENT")]
    [InlineData("isLocal")]
    [InlineData("_isLocalhost")]
    [InlineData("UseLocalEnvironment")]
    [InlineData("IsDebugBuild")]
    [InlineData("isTesting")]
    [InlineData("isNonProduction")]
    [InlineData("NotProd")]
    [InlineData("開発環境")]
    public void Speaks_of_development(string name) => Assert.Equal(1, EnvironmentName.PolarityOf(name));

    [Theory]
    [InlineData("isProduction")]
    [InlineData("IsProd")]
    [InlineData("production_mode")]
    [InlineData("本番環境")]
    public void Speaks_of_production(string name) => Assert.Equal(-1, EnvironmentName.PolarityOf(name));

    [Theory]
    [InlineData("isDevice")]
    [InlineData("mainDevice")]
    [InlineData("localizer")]
    [InlineData("isLocale")]
    [InlineData("isLocalGovernment")]
    [InlineData("LocalTaxEnabled")]
    [InlineData("useLocalGovernmentSso")]
    [InlineData("isUrbanDevelopment")]
    [InlineData("DevelopmentFund")]
    [InlineData("productionLine")]
    [InlineData("debugLogging")]
    [InlineData("isMunicipality")]
    public void Speaks_of_something_else(string name) => Assert.Equal(0, EnvironmentName.PolarityOf(name));

    [Theory]
    [InlineData("ConfigureDevelopment")]
    [InlineData("ConfigureDevelopmentServices")]
    [InlineData("SeedDevelopmentDataAsync")]
    public void Works_in_development_alone(string method) => Assert.True(EnvironmentName.IsOfDevelopment(method));

    [Theory]
    [InlineData("UrbanDevelopment")]
    [InlineData("SendToDevelopmentFund")]
    [InlineData("ConfigureLocalTaxServices")]
    public void Works_anywhere(string method) => Assert.False(EnvironmentName.IsOfDevelopment(method));

    [Theory]
    [InlineData("isLocalGovernment")]
    [InlineData("LocalTaxEnabled")]
    [InlineData("isUrbanDevelopment")]
    [InlineData("isDevice")]
    public Task Reports_cleartext_under_a_condition_that_only_contains_such_a_word(string condition) =>
        new Check("PK6206").Reports(
            $$"""
            class C
            {
                void M(bool {{condition}}, HttpClient client)
                {
                    if ({{condition}})
                        client.GetStringAsync([|"http://tax.example.com/"|]);
                }
            }
            """,
            Files.All
        );

    [Theory]
    [InlineData("password", "UnencryptedPassword")]
    [InlineData("password", "RealmPassword")]
    public void A_word_inside_another_is_not_that_word(string word, string name) =>
        Assert.True(
            IdentifierWords.EndsWithWord(name, [word]) && !IdentifierWords.HasWord(name, ["encrypt", "realms"])
        );
}
