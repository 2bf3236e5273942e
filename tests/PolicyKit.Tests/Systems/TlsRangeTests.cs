using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>Several versions of TLS are as good as the lowest.</summary>
public sealed class TlsRangeTests
{
    [Theory]
    [InlineData("TLS 1.3以上", ComplianceState.Satisfied)]
    [InlineData("ＴＬＳ１．２以降", ComplianceState.Satisfied)]
    [InlineData("TLS 1.3/1.2", ComplianceState.Satisfied)]
    [InlineData("HTTPS（TLS 1.2）", ComplianceState.Satisfied)]
    [InlineData("TLS v1.2 or later", ComplianceState.Satisfied)]
    [InlineData("TLS 1.1以上", ComplianceState.Violated)]
    [InlineData("TLS 1.3、1.0", ComplianceState.Violated)]
    [InlineData("TLS 1.2以下", ComplianceState.Violated)]
    [InlineData("SSL 3.0/TLS 1.2", ComplianceState.Violated)]
    public void Count_by_the_lowest(string algorithm, ComplianceState state) =>
        Assert.Equal(
            state,
            Sample
                .Judge(
                    new DeclarationCheck
                    {
                        Subject = "cryptography",
                        Expectation = "a",
                        Predicate = DeclarationPredicate.StrengthCoversOperation,
                    },
                    "2026-06-01",
                    Sample.SystemWith(json =>
                        json["cryptography"] = new JsonArray(
                            new JsonObject
                            {
                                ["algorithm"] = algorithm,
                                ["purpose"] = "通信",
                                ["renewalYear"] = 2030,
                            }
                        )
                    )
                )
                .State
        );
}
