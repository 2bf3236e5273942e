using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The controls of a delivery of which not all was looked at.</summary>
public sealed class PartlySeenTests
{
    [Fact]
    public void What_was_found_violates_its_control_whatever_else_was_not_looked_at()
    {
        Assert.Equal(ComplianceState.Violated, StateOf(isWhole: false, Of("PK6101", Severity.Error)));
        Assert.Equal(ComplianceState.Violated, StateOf(isWhole: true, Of("PK6101", Severity.Error)));
    }

    [Fact]
    public void That_nothing_was_found_is_no_evidence_then() =>
        Assert.Equal(ComplianceState.NotEvidenced, StateOf(isWhole: false));

    [Fact]
    public void Nor_is_what_only_informs() =>
        Assert.Equal(ComplianceState.NotEvidenced, StateOf(isWhole: false, Of("PK6101", Severity.Information)));

    private static ComplianceState StateOf(bool isWhole, params Finding[] findings)
    {
        var pack = PolicyPack.Load(
            [
                SourceDocument.ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json")),
                SourceDocument.ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "standard.json")),
                MunicipalBaseline.Source,
                SourceDocument.ReadFile(Repository.PathOf("examples", "sewerage-billing", "system.json")),
            ],
            RuleCatalog.Known
        );
        var system = new CheckedSystem("/src/App.csproj", pack, findings, 3, []);
        var day = new LocalDate(2026, 4, 1);
        var evaluation = SystemEvaluation.Of([system], RuleRun.None, DataTables.Read([]), day, isWhole: isWhole);
        return evaluation
            .Single()
            .Evaluation!.Controls.Single(c => c.Control.Number == "6.2-04")
            .Checks.Single(c => c.Check is SourceCheck { Rule.Value: "PK6101" })
            .State;
    }

    private static Finding Of(string rule, Severity severity) =>
        new()
        {
            Rule = RuleId.Parse(rule),
            Severity = severity,
            Message = "x",
            Location = Location.StartOf("/src/A.cs"),
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = "x",
        };
}
