using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Engine;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>What the compiler says of a finding that a waiver covers: still everything, but it fails nothing.</summary>
public sealed class WaivedFindingTests
{
    private const string Code =
        "namespace Billing { class Importer { class Inner { void M() { var password = \"Gesuido!58\"; System.Console.WriteLine(password); } } } }";

    private static readonly Check Rule = new("PK6101");

    [Fact]
    public async Task A_waived_finding_is_said_and_is_no_error()
    {
        var found = Assert.Single(await Rule.Of(Register.With(Register.Of()), Code));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.EndsWith(
            "〔基本方針 6(6)・対策基準 6.2-04〕 (例外措置 w-1、2026-09-30 まで)",
            found.GetMessage(),
            StringComparison.Ordinal
        );
        Assert.Equal("w-1", found.Properties[FindingDiagnostics.Waiver]);
    }

    [Theory]
    [InlineData("{ \"system\": \"sewerage-billing\" }")]
    [InlineData("{ \"path\": \"Code.cs\" }")]
    [InlineData("{ \"path\": \"**/*.cs\" }")]
    [InlineData("{ \"path\": \"C*.cs\" }")]
    [InlineData("{ \"symbol\": \"Billing.Importer\" }")]
    [InlineData("{ \"symbol\": \"Billing\" }")]
    [InlineData("{ \"symbol\": \"Billing.Importer.Inner.M\" }")]
    [InlineData("{ \"system\": \"sewerage-billing\", \"path\": \"Code.cs\", \"symbol\": \"Billing.Importer\" }")]
    public async Task A_scope_that_fits_covers(string scope) =>
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Rule.Of(Here(scope), Code)).Severity);

    [Theory]
    [InlineData("{ \"system\": \"another\" }")]
    [InlineData("{ \"path\": \"Other.cs\" }")]
    [InlineData("{ \"path\": \"src/*\" }")]
    [InlineData("{ \"symbol\": \"Billing.Import\" }")]
    [InlineData("{ \"symbol\": \"Importer\" }")]
    [InlineData("{ \"system\": \"another\", \"path\": \"Code.cs\" }")]
    public async Task A_scope_that_does_not_fit_covers_nothing(string scope) =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Rule.Of(Here(scope), Code)).Severity);

    [Theory]
    [InlineData("\"control\": \"technical.credentials\"", DiagnosticSeverity.Info)]
    [InlineData("\"control\": \"technical.access-control\"", DiagnosticSeverity.Error)]
    [InlineData("\"rule\": \"PK3002\"", DiagnosticSeverity.Error)]
    public async Task A_waiver_of_a_control_covers_its_rules(string subject, DiagnosticSeverity severity) =>
        Assert.Equal(
            severity,
            Assert.Single(await Rule.Of(Register.With(Register.Of(subject: subject)), Code)).Severity
        );

    [Fact]
    public async Task One_that_the_applicant_approved_covers_nothing() =>
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert.Single(await Rule.Of(Register.With(Register.Of(approver: "副責任者")), Code)).Severity
        );

    [Fact]
    public async Task Without_an_evaluation_date_none_covers() =>
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert
                .Single(await Rule.Of(Register.With(Register.Of()).WithProperty("PolicyKitEvaluationDate", ""), Code))
                .Severity
        );

    [Fact]
    public async Task A_broken_declaration_cannot_be_waived() =>
        Assert.All(
            await new Check("PK0002").Of(
                Register.With(Register.Of(subject: "\"rule\": \"PK0002\"")).With("system", "{ broken")
            ),
            d => Assert.Equal(DiagnosticSeverity.Error, d.Severity)
        );

    private static Files Here(string scope) =>
        Register.With(Register.Of(scope: scope)).WithProperty("ProjectDir", "/src/");
}
