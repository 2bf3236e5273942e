using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>What is said to happen on a day that has not come has not been done.</summary>
public sealed class DayAheadTests
{
    [Theory]
    [InlineData("organization.no-doubling", "changes")]
    [InlineData("technical.change-records", "changes")]
    [InlineData("technical.version-approval", "changes")]
    public void An_approval_counts_from_its_day_on(string control, string topic)
    {
        Action<JsonObject> change = json => json[topic]![0]!["approvedOn"] = "2026-08-20";
        Assert.Equal(ComplianceState.Violated, StateOf(control, "2026-08-19", change));
        Assert.Equal(ComplianceState.Satisfied, StateOf(control, "2026-08-20", change));
    }

    [Theory]
    [InlineData("2026-09-30", ComplianceState.Violated)]
    [InlineData("2026-10-01", ComplianceState.Satisfied)]
    public void A_contract_counts_from_the_day_on_which_it_is_signed(string asOf, ComplianceState state) =>
        Assert.Equal(
            state,
            StateOf("outsourcing.contract", asOf, json => json["contract"]!["signedOn"] = "2026-10-01")
        );

    [Theory]
    [InlineData("2026-12-24", ComplianceState.Violated)]
    [InlineData("2026-12-25", ComplianceState.Satisfied)]
    public void A_subcontractor_is_approved_from_the_day_of_the_approval_on(string asOf, ComplianceState state) =>
        Assert.Equal(
            state,
            StateOf(
                "outsourcing.subcontracting",
                asOf,
                json =>
                    json["subcontractors"] = JsonNode.Parse(
                        """
                        [{
                          "name": "有限会社みぬま設備", "work": "検針", "place": "市内", "tier": 1,
                          "approvedOn": "2026-12-25", "startsOn": "2027-01-05"
                        }]
                        """
                    )
            )
        );

    private static ComplianceState StateOf(string control, string asOf, Action<JsonObject> change)
    {
        var system = Sample.SystemWith(change);
        Assert.NotNull(system.Value);
        return ComplianceStateExtensions.Worst(
            Sample
                .Evaluate(asOf, system)
                .Controls.Single(c => c.Control.Id.Value == control)
                .Checks.Where(c => c.Check is DeclarationCheck)
                .Select(c => c.State)
        );
    }
}
