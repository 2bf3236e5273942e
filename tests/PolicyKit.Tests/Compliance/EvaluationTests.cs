using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Compliance;

public sealed class EvaluationTests
{
    private static readonly RuleId Credential = RuleId.Parse("PK6101");

    [Fact]
    public void A_rule_that_ran_and_found_nothing_and_one_that_did_not_run_are_not_the_same()
    {
        Assert.Equal(ComplianceState.Satisfied, StateOf("technical.credentials", Sample.Clean));
        Assert.Equal(ComplianceState.NotEvidenced, StateOf("technical.credentials", RuleRun.None));
        Assert.Equal(
            ComplianceState.Violated,
            StateOf("technical.credentials", Sample.Clean with { Findings = ValueList.Create(Found(Credential)) })
        );
    }

    [Fact]
    public void A_finding_that_a_waiver_covers_is_seen_from_both_sides()
    {
        var run = Sample.Clean with
        {
            Findings = ValueList.Create(Found(Credential) with { Waiver = WaiverId.Parse("w-9") }),
        };
        var waivers = new WaiverRegister(
            RegisterId.Parse("a"),
            ValueList.Create(Waiver("w-9") with { Rule = Credential, Control = null })
        );
        var live = Sample
            .Evaluate("2026-05-01", run: run, waivers: waivers)
            .Find(ControlId.Parse("technical.credentials"))!;
        Assert.Equal((ComplianceState.Waived, ComplianceState.Violated), (live.State, live.AsFound));
        // The day after its end the same finding counts again, whatever the log says.
        var ended = Sample
            .Evaluate("2026-10-01", run: run, waivers: waivers)
            .Find(ControlId.Parse("technical.credentials"))!;
        Assert.Equal(ComplianceState.Violated, ended.State);
        Assert.Equal(
            ComplianceState.Violated,
            Sample.Evaluate("2026-05-01", run: run).Find(ControlId.Parse("technical.credentials"))!.State
        );
    }

    [Fact]
    public void A_waiver_of_a_control_covers_what_is_breached_and_hides_nothing_else()
    {
        var waivers = new WaiverRegister(
            RegisterId.Parse("a"),
            ValueList.Create(Waiver("w-9") with { Control = ControlId.Parse("technical.logs") })
        );
        var broken = Sample.SystemWith(json => json["logs"]![0]!["retentionMonths"] = 1);
        var result = Sample.Evaluate("2026-05-01", broken, waivers: waivers).Find(ControlId.Parse("technical.logs"))!;
        Assert.Equal(
            (ComplianceState.Waived, ComplianceState.Violated, "w-9"),
            (result.State, result.AsFound, result.Waiver!.Value)
        );
        Assert.Equal(
            ComplianceState.Violated,
            Sample.Evaluate("2026-10-01", broken, waivers: waivers).Find(ControlId.Parse("technical.logs"))!.State
        );
        Assert.Equal(
            ComplianceState.Satisfied,
            Sample.Evaluate("2026-05-01", waivers: waivers).Find(ControlId.Parse("technical.logs"))!.State
        );
    }

    [Fact]
    public void Every_state_can_be_reached_and_has_a_reason()
    {
        var evaluation = Sample.Evaluate(
            "2027-03-31",
            Sample.SystemWith(json => json["accounts"]![0]!["shared"] = true),
            Sample.Clean with
            {
                Judged = Sample.Clean.Judged.Skip(1).ToValueList(),
            },
            Sample.Evidence,
            Sample.Waivers
        );
        Assert.Equal(Enum.GetValues<ComplianceState>(), evaluation.Controls.Select(c => c.State).Distinct().Order());
        Assert.All(evaluation.Controls, c => Assert.True(c.Reason is not null || c.Checks.Count > 0));
        Assert.All(evaluation.Controls.SelectMany(c => c.Checks), c => Assert.NotEmpty(c.Reasons));
        Assert.All(
            evaluation.Controls.Where(c => c.Control.NotMachineCheckable is not null),
            c => Assert.Equal(ComplianceState.NotMachineCheckable, c.State)
        );
    }

    [Fact]
    public void A_provision_is_as_bad_as_the_worst_beneath_it_and_one_without_controls_says_nothing()
    {
        var evaluation = Sample.Evaluate(
            "2026-04-01",
            Sample.SystemWith(json => json["accounts"]![0]!["shared"] = true)
        );
        Assert.Equal(ComplianceState.Violated, evaluation.Find(ProvisionId.Parse("measures.human"))!.State);
        Assert.Equal(ComplianceState.Violated, evaluation.Find(ProvisionId.Parse("measures"))!.State);
        Assert.Equal(ComplianceState.Violated, evaluation.State);
        Assert.NotEqual(ComplianceState.Violated, evaluation.Find(ProvisionId.Parse("measures.organization"))!.State);
        Assert.Null(evaluation.Find(ProvisionId.Parse("purpose"))!.State);
        var measures = evaluation.Find(ProvisionId.Parse("measures"))!;
        Assert.Equal(
            evaluation.Controls.Count(c =>
                c.Control.Provisions.Any(p => p.Value.StartsWith("measures", StringComparison.Ordinal))
            ),
            measures.Counts.Sum()
        );
        Assert.Equal(1, measures.Counts[(int)ComplianceState.Violated]);
    }

    [Theory]
    [InlineData("my-number", "evaluation.no-such-zone")]
    [InlineData("lgwan", "evaluation.other-zone")]
    public void A_control_of_another_zone_does_not_apply(string zone, string reason)
    {
        var standard = Sample.Standard with
        {
            Zones = Sample
                .Standard.Zones.Append(new NetworkZone(NetworkZoneId.Parse("lgwan"), "LGWAN接続系"))
                .ToValueList(),
            Controls = Sample
                .Standard.Controls.Select(c =>
                    c.Id.Value == "technical.logs"
                        ? c with
                        {
                            AppliesTo = new Applicability(
                                null,
                                null,
                                null,
                                ValueList.Create(NetworkZoneId.Parse(zone))
                            ),
                        }
                        : c
                )
                .ToValueList(),
        };
        var result = Sample.Evaluate("2026-04-01", standard: standard).Find(ControlId.Parse("technical.logs"))!;
        Assert.Equal((ComplianceState.NotApplicable, reason), (result.State, result.Reason!.Code));
    }

    [Theory]
    [InlineData("1", ComplianceState.NotApplicable)]
    [InlineData("2", ComplianceState.Satisfied)]
    public void A_control_for_a_class_applies_where_an_asset_has_it(string confidentiality, ComplianceState state) =>
        Assert.Equal(
            state,
            Sample
                .Evaluate(
                    "2026-04-01",
                    Sample.SystemWith(json =>
                    {
                        json["assets"]![1]!["confidentiality"] = confidentiality;
                        json["assets"]![0]!["confidentiality"] = "1";
                    })
                )
                .Find(ControlId.Parse("outsourcing.exit"))!
                .State
        );

    [Fact]
    public void A_system_that_says_nothing_of_its_assets_gets_no_benefit_of_it() =>
        Assert.Equal(
            ComplianceState.NotEvidenced,
            Sample
                .Evaluate(
                    "2026-04-01",
                    Sample.SystemWith(json =>
                    {
                        json["stage"] = "development";
                        json.Remove("assets");
                    })
                )
                .Find(ControlId.Parse("assets.handling"))!
                .State
        );

    [Fact]
    public void Without_a_declaration_the_body_alone_is_looked_at()
    {
        var evaluation = new ComplianceEvaluator(Sample.Policy, Sample.Standard).Evaluate(
            null,
            RuleRun.None,
            Sample.Evidence,
            null,
            new LocalDate(2026, 12, 1)
        );
        Assert.Null(evaluation.System);
        Assert.Equal(ComplianceState.Satisfied, evaluation.Find(ControlId.Parse("human.training"))!.State);
        Assert.Equal(ComplianceState.NotEvidenced, evaluation.Find(ControlId.Parse("technical.logs"))!.State);
    }

    [Fact]
    public void What_was_in_force_on_a_day_is_known()
    {
        var policy = Sample.Policy with
        {
            Revisions = ValueList.Create(
                new PolicyRevision(
                    RevisionKind.Partial,
                    new LocalDate(2026, 9, 1),
                    null,
                    new LocalDate(2026, 10, 1),
                    null,
                    null
                ),
                new PolicyRevision(
                    RevisionKind.Established,
                    new LocalDate(2026, 3, 1),
                    new LocalDate(2026, 3, 2),
                    new LocalDate(2026, 4, 1),
                    null,
                    null
                ),
                new PolicyRevision(
                    RevisionKind.Repealed,
                    new LocalDate(2030, 3, 1),
                    null,
                    new LocalDate(2030, 4, 1),
                    null,
                    null
                )
            ),
        };
        Assert.Null(policy.InForceOn(new LocalDate(2026, 3, 31)));
        Assert.Equal(RevisionKind.Established, policy.InForceOn(new LocalDate(2026, 9, 30))!.Kind);
        Assert.Equal(RevisionKind.Partial, policy.InForceOn(new LocalDate(2026, 10, 1))!.Kind);
        Assert.Null(Sample.Evaluate("2030-04-01", policy: policy).InForce);
    }

    [Theory]
    [InlineData(1, 1, "低", true)]
    [InlineData(2, 3, "高", false)]
    [InlineData(3, 1, "中", false)]
    [InlineData(4, 1, null, false)]
    public void The_body_s_matrix_makes_a_risk(int likelihood, int impact, string? level, bool accepted)
    {
        var matrix = Sample.Standard.RiskMatrix!;
        Assert.Equal(level, matrix.LevelOf(likelihood, impact));
        Assert.Equal(accepted, level is not null && matrix.Accepts(level));
    }

    internal static Finding Found(RuleId rule, string file = "Code.cs") =>
        new()
        {
            Rule = rule,
            Severity = Severity.Error,
            Message = "認証情報",
            Location = new Location(
                file,
                new PolicyKit.Json.TextPosition(1, 1),
                new PolicyKit.Json.TextPosition(1, 2),
                ""
            ),
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = file,
        };

    internal static Waiver Waiver(string id) =>
        Sample.Waivers.Waivers[0] with
        {
            Id = WaiverId.Parse(id),
            Scope = new WaiverScope(SystemId.Parse("sewerage-billing"), null, null),
            Expires = new LocalDate(2026, 9, 30),
        };

    private static ComplianceState StateOf(string control, RuleRun run) =>
        Sample.Evaluate("2026-04-01", run: run).Find(ControlId.Parse(control))!.State;
}
