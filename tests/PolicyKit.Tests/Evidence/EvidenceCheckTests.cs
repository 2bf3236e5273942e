using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Evidence;

/// <summary>The policy of the tests came into force on 2026-04-01.</summary>
public sealed class EvidenceCheckTests
{
    private static readonly EvidenceCheck Yearly = new()
    {
        Record = EvidenceKind.Training,
        Cadence = Cadence.FiscalYear,
    };

    [Theory]
    [InlineData("2026-04-01", null, ComplianceState.NotDueYet, "evaluation.not-yet-due")]
    [InlineData("2027-03-31", null, ComplianceState.NotDueYet, "evaluation.not-yet-due")]
    [InlineData("2027-04-01", null, ComplianceState.Overdue, "evaluation.missing")]
    [InlineData("2027-03-31", "2026-04-01", ComplianceState.Satisfied, "evaluation.on-time")]
    [InlineData("2027-03-31", "2027-03-31", ComplianceState.Satisfied, "evaluation.on-time")]
    [InlineData("2027-03-30", "2027-03-31", ComplianceState.NotDueYet, "evaluation.not-yet-due")]
    public void Every_fiscal_year(string asOf, string? heldOn, ComplianceState state, string reason)
    {
        var result = Sample.Judge(
            Yearly,
            asOf,
            evidence: heldOn is null
                ? Sample.Register()
                : Sample.Register(Sample.Record("r-1", EvidenceKind.Training, heldOn))
        );
        Assert.Equal((state, reason), (result.State, result.Reasons[0].Code));
    }

    [Theory]
    [InlineData("2027-03-31", true, ComplianceState.Satisfied, "evaluation.on-time")]
    [InlineData("2027-04-01", true, ComplianceState.Satisfied, "evaluation.late")]
    [InlineData("2027-04-30", true, ComplianceState.Satisfied, "evaluation.late")]
    [InlineData("2027-05-01", true, ComplianceState.Overdue, "evaluation.too-late")]
    [InlineData("2027-04-01", false, ComplianceState.Overdue, "evaluation.too-late")]
    public void A_record_made_later_is_accepted_within_the_grace_and_overdue_after_it(
        string heldOn,
        bool grace,
        ComplianceState state,
        string reason
    )
    {
        var late = Sample.Register(Sample.Record("r-1", EvidenceKind.Training, heldOn) with { FiscalYear = 2026 });
        var check = Yearly with { Grace = grace ? ParameterId.Parse("evidence.grace-days") : null };
        var result = Sample.Judge(check, "2027-06-01", evidence: late);
        Assert.Equal((state, reason), (result.State, result.Reasons[0].Code));
        Assert.Equal(state == ComplianceState.Overdue, result.Reasons[0].IsBreach);
        Assert.Equal(reason == "evaluation.late", result.LateReason is not null);
    }

    [Fact]
    public void A_late_record_is_a_breach_until_the_next_occasion_is_kept()
    {
        var late = Sample.Record("r-1", EvidenceKind.Training, "2027-04-20") with { FiscalYear = 2026 };
        var next = Sample.Record("r-2", EvidenceKind.Training, "2027-12-01");
        ComplianceState On(string day, params EvidenceRecord[] records) =>
            Sample.Judge(Yearly, day, evidence: Sample.Register(records)).State;
        Assert.Equal(ComplianceState.Overdue, On("2027-11-30", late, next));
        Assert.Equal(ComplianceState.Satisfied, On("2027-12-01", late, next));
        Assert.Equal(ComplianceState.Overdue, On("2028-04-01", late));
    }

    [Theory]
    [InlineData("2026-06-10", ComplianceState.Satisfied, "evaluation.on-time")]
    [InlineData("2026-06-11", ComplianceState.Overdue, "evaluation.too-late")]
    public void A_report_after_its_legal_term_is_late_however_long_ago(
        string reportedOn,
        ComplianceState state,
        string reason
    )
    {
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-06-05");
        var report = Sample.Record("r-1", EvidenceKind.IncidentReport, reportedOn) with
        {
            BasedOn = ValueList.Create(incident.Id),
        };
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.IncidentReport,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.Incident,
            Within = ParameterId.Parse("incidents.report-days"),
        };
        var result = Sample.Judge(check, "2028-01-01", evidence: Sample.Register(incident, report));
        Assert.Equal((state, reason), (result.State, result.Reasons[0].Code));
    }

    [Theory]
    [InlineData("2027-04-01", 2028, false, ComplianceState.Satisfied)]
    [InlineData("2029-03-31", 2028, false, ComplianceState.Satisfied)]
    [InlineData("2030-04-01", 2028, false, ComplianceState.Overdue)]
    [InlineData("2028-04-01", null, false, ComplianceState.Overdue)]
    [InlineData("2027-04-01", null, true, ComplianceState.Overdue)]
    public void A_plan_for_several_years_stands_for_each_and_an_ad_hoc_record_for_none(
        string asOf,
        int? through,
        bool adHoc,
        ComplianceState state
    ) =>
        Assert.Equal(
            state,
            Sample
                .Judge(
                    Yearly,
                    asOf,
                    evidence: Sample.Register(
                        Sample.Record("r-1", EvidenceKind.Training, "2026-06-01") with
                        {
                            ThroughFiscalYear = through,
                            IsAdHoc = adHoc,
                        }
                    )
                )
                .State
        );

    [Fact]
    public void A_risk_is_named_by_the_body_s_matrix()
    {
        var change = Sample.Record("c-1", EvidenceKind.SituationChange, "2026-06-01");
        var risk = Sample.Record("k-1", EvidenceKind.RiskAssessment, "2026-06-10") with
        {
            BasedOn = ValueList.Create(change.Id),
            Assessments = ValueList.Create(
                new RiskAssessment(ProvisionId.Parse("threats.intentional"), "台帳", 3, 3),
                new RiskAssessment(ProvisionId.Parse("threats.disaster"), "台帳", 1, 1),
                new RiskAssessment(ProvisionId.Parse("threats.disaster"), "台帳", 9, 9)
            ),
        };
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.RiskAssessment,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.SituationChange,
            Within = ParameterId.Parse("risk.within-days"),
        };
        var reasons = Sample
            .Judge(check, "2026-12-01", evidence: Sample.Register(change, risk))
            .Reasons.Skip(1)
            .Select(r => r.Message.ToString());
        Assert.Equal(
            [
                "台帳 に対する 3(1): 起こりやすさ 3、影響 3 → リスク「高」、追加の対策が必要",
                "台帳 に対する 3(3): 起こりやすさ 1、影響 1 → リスク「低」",
                "台帳 に対する 3(3): 起こりやすさ 9、影響 9 は団体の表にありません",
            ],
            reasons
        );
    }

    [Fact]
    public void Without_a_register_nothing_is_concluded()
    {
        var result = Sample.Judge(Yearly, "2030-04-01");
        Assert.Equal((ComplianceState.NotEvidenced, "evaluation.no-evidence"), (result.State, result.Reasons[0].Code));
    }

    [Fact]
    public void Without_a_register_what_is_not_due_yet_is_not_due_yet() =>
        Assert.Equal(ComplianceState.NotDueYet, Sample.Judge(Yearly, "2026-04-01").State);

    [Theory]
    [InlineData("2026-07-01", ComplianceState.NotDueYet)]
    [InlineData("2027-04-01", ComplianceState.Overdue)]
    public void A_record_that_a_role_signed_which_may_not_attest_is_there_and_does_not_count(
        string asOf,
        ComplianceState state
    )
    {
        var result = Sample.Judge(
            Yearly with
            {
                AttestedBy = ValueList.Create(RoleId.Parse("ciso")),
            },
            asOf,
            evidence: Sample.Register(Sample.Record("r-1", EvidenceKind.Training, "2026-06-01", by: "業務係長"))
        );
        Assert.Equal((state, "evaluation.not-attested"), (result.State, result.Reasons[0].Code));
        Assert.Contains(
            "`r-1` がありますが、`業務係長`",
            result.Reasons[0].Message.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2026-04-30", ComplianceState.NotDueYet, "evaluation.not-yet-due")]
    [InlineData("2026-05-01", ComplianceState.Overdue, "evaluation.in-grace")]
    [InlineData("2026-05-30", ComplianceState.Overdue, "evaluation.in-grace")]
    [InlineData("2026-05-31", ComplianceState.Overdue, "evaluation.missing")]
    public void A_month_of_the_year_and_its_grace(string asOf, ComplianceState state, string reason)
    {
        var result = Sample.Judge(
            Yearly with
            {
                DueMonth = 4,
                Grace = ParameterId.Parse("evidence.grace-days"),
            },
            asOf,
            evidence: Sample.Register()
        );
        Assert.Equal((state, reason), (result.State, result.Reasons[0].Code));
    }

    [Theory]
    [InlineData("2026-06-30", ComplianceState.NotDueYet)]
    [InlineData("2026-07-01", ComplianceState.Overdue)]
    [InlineData("2026-07-02", ComplianceState.Satisfied)]
    [InlineData("2026-09-30", ComplianceState.Satisfied)]
    [InlineData("2026-10-01", ComplianceState.Satisfied)]
    [InlineData("2027-01-01", ComplianceState.Overdue)]
    public void Every_three_months(string asOf, ComplianceState state) =>
        Assert.Equal(
            state,
            Sample
                .Judge(
                    new EvidenceCheck
                    {
                        Record = EvidenceKind.LogReview,
                        Cadence = Cadence.Period,
                        Every = ParameterId.Parse("logs.review-months"),
                    },
                    asOf,
                    evidence: Sample.Register(Sample.Record("r-1", EvidenceKind.LogReview, "2026-07-02"))
                )
                .State
        );

    [Fact]
    public void After_an_event_within_days()
    {
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.IncidentReport,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.Incident,
            Within = ParameterId.Parse("incidents.report-days"),
        };
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-06-05");
        Assert.Equal(
            ComplianceState.NotApplicable,
            Sample.Judge(check, "2026-06-04", evidence: Sample.Register(incident)).State
        );
        Assert.Equal(
            ComplianceState.NotDueYet,
            Sample.Judge(check, "2026-06-10", evidence: Sample.Register(incident)).State
        );
        // The fifth day is a Wednesday; had it been a Sunday, it would not have moved.
        Assert.Equal(
            ComplianceState.Overdue,
            Sample.Judge(check, "2026-06-11", evidence: Sample.Register(incident)).State
        );
        var other = Sample.Record("r-1", EvidenceKind.IncidentReport, "2026-06-08");
        Assert.Equal(
            ComplianceState.Overdue,
            Sample.Judge(check, "2026-06-11", evidence: Sample.Register(incident, other)).State
        );
        Assert.Equal(
            ComplianceState.Satisfied,
            Sample
                .Judge(
                    check,
                    "2026-06-11",
                    evidence: Sample.Register(incident, other with { BasedOn = ValueList.Create(incident.Id) })
                )
                .State
        );
    }

    // 「１回の報告で速報と確報を兼ねることができる」 (個人情報保護委員会, 別添2 3E).
    [Fact]
    public void One_report_may_serve_as_the_preliminary_and_the_final_one()
    {
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-06-05");
        var final = Sample.Record("r-1", EvidenceKind.IncidentFinalReport, "2026-06-08") with
        {
            BasedOn = ValueList.Create(incident.Id),
        };
        Assert.Equal(
            ComplianceState.Satisfied,
            Sample.Judge(Preliminary, "2026-07-01", evidence: Sample.Register(incident, final)).State
        );
    }

    [Fact]
    public void A_report_that_is_dated_before_its_event_is_no_missing_report()
    {
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-06-05");
        var early = Sample.Record("r-1", EvidenceKind.IncidentReport, "2026-06-04") with
        {
            BasedOn = ValueList.Create(incident.Id),
        };
        var result = Sample.Judge(Preliminary, "2026-07-01", evidence: Sample.Register(incident, early));
        Assert.Equal((ComplianceState.Overdue, "evaluation.before-event"), (result.State, result.Reasons[0].Code));
    }

    private static EvidenceCheck Preliminary { get; } =
        new()
        {
            Record = EvidenceKind.IncidentReport,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.Incident,
            Within = ParameterId.Parse("incidents.report-days"),
        };

    [Fact]
    public void A_record_that_names_no_event_is_shown_and_does_not_count()
    {
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.NewcomerTraining,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.StaffArrival,
            Within = ParameterId.Parse("newcomers.training-months"),
        };
        var arrival = Sample.Record("arrival", EvidenceKind.StaffArrival, "2026-04-01");
        var training = Sample.Record("training", EvidenceKind.NewcomerTraining, "2026-06-30");
        var found = Sample.Judge(check, "2026-08-01", evidence: Sample.Register(arrival, training));
        Assert.Equal((ComplianceState.Overdue, "evaluation.not-linked"), (found.State, found.Reasons[0].Code));
        Assert.Contains("`training`", found.Reasons[0].Message.ToString(), StringComparison.Ordinal);
        var ofAnother = training with { BasedOn = ValueList.Create(EvidenceId.Parse("other")) };
        Assert.Equal(
            "evaluation.missing",
            Sample.Judge(check, "2026-08-01", evidence: Sample.Register(arrival, ofAnother)).Reasons[0].Code
        );
    }

    [Fact]
    public void A_review_after_a_change_rests_on_an_assessment_that_is_newer_than_the_change()
    {
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.PolicyReview,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.SituationChange,
            Within = ParameterId.Parse("review.within-days"),
        };
        var change = Sample.Record("c-1", EvidenceKind.SituationChange, "2026-06-01");
        EvidenceRecord Risk(string on) => Sample.Record("k-1", EvidenceKind.RiskAssessment, on);
        EvidenceRecord Review(params string[] on) =>
            Sample.Record("v-1", EvidenceKind.PolicyReview, "2026-07-01") with
            {
                BasedOn = on.Select(id => EvidenceId.Parse(id)).ToValueList(),
            };
        ComplianceState State(params EvidenceRecord[] records) =>
            Sample.Judge(check, "2026-12-01", evidence: Sample.Register(records)).State;
        Assert.Equal(ComplianceState.Satisfied, State(change, Risk("2026-06-15"), Review("c-1", "k-1")));
        Assert.Equal(ComplianceState.Overdue, State(change, Risk("2026-05-31"), Review("c-1", "k-1")));
        Assert.Equal(ComplianceState.Overdue, State(change, Risk("2026-07-02"), Review("c-1", "k-1")));
        Assert.Equal(ComplianceState.Overdue, State(change, Risk("2026-06-15"), Review("c-1")));
        Assert.Equal(ComplianceState.Overdue, State(change, Risk("2026-06-15"), Review("k-1")));
    }

    [Theory]
    [InlineData(ReviewDecision.Keep, false, ComplianceState.Satisfied)]
    [InlineData(ReviewDecision.Revise, false, ComplianceState.Overdue)]
    [InlineData(ReviewDecision.Revise, true, ComplianceState.Satisfied)]
    public void A_review_after_an_audit_rests_on_an_assessment_when_it_revises(
        ReviewDecision decision,
        bool assessed,
        ComplianceState state
    )
    {
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.PolicyReview,
            Cadence = Cadence.OnEvent,
            Event = EvidenceKind.Audit,
            Within = ParameterId.Parse("review.within-days"),
        };
        var review = Sample.Record("v-1", EvidenceKind.PolicyReview, "2026-07-01") with
        {
            Decision = decision,
            BasedOn = assessed
                ? ValueList.Create(EvidenceId.Parse("a-1"), EvidenceId.Parse("k-1"))
                : ValueList.Create(EvidenceId.Parse("a-1")),
        };
        Assert.Equal(
            state,
            Sample
                .Judge(
                    check,
                    "2026-12-01",
                    evidence: Sample.Register(
                        Sample.Record("a-1", EvidenceKind.Audit, "2026-06-01"),
                        Sample.Record("k-1", EvidenceKind.RiskAssessment, "2026-06-15"),
                        review
                    )
                )
                .State
        );
    }

    [Theory]
    [InlineData("2026-12-25", null, ComplianceState.NotDueYet)]
    [InlineData("2026-12-26", null, ComplianceState.Overdue)]
    [InlineData("2026-12-26", "2026-12-20", ComplianceState.Satisfied)]
    [InlineData("2026-12-19", "2026-12-20", ComplianceState.NotDueYet)]
    [InlineData("2027-01-20", "2026-12-25", ComplianceState.Satisfied)]
    [InlineData("2027-01-20", "2027-01-10", ComplianceState.Overdue)]
    public void Every_finding_until_it_is_mended(string asOf, string? closedOn, ComplianceState state)
    {
        var finding = new EvidenceFinding(
            EvidenceId.Parse("f-1"),
            "漏れ",
            "業務課長",
            new LocalDate(2026, 12, 25),
            closedOn is null ? null : Sample.Day(closedOn)
        );
        var audit = Sample.Record("a-1", EvidenceKind.Audit, "2026-11-01") with
        {
            Findings = ValueList.Create(finding),
        };
        Assert.Equal(
            state,
            Sample
                .Judge(
                    new EvidenceCheck { Record = EvidenceKind.Audit, Cadence = Cadence.PerFinding },
                    asOf,
                    evidence: Sample.Register(audit)
                )
                .State
        );
        Assert.Equal(
            ComplianceState.NotApplicable,
            Sample
                .Judge(
                    new EvidenceCheck { Record = EvidenceKind.Audit, Cadence = Cadence.PerFinding },
                    asOf,
                    evidence: Sample.Register()
                )
                .State
        );
    }

    [Fact]
    public void Every_revision_is_published()
    {
        var check = new EvidenceCheck
        {
            Record = EvidenceKind.Publication,
            Cadence = Cadence.PerRevision,
            Within = ParameterId.Parse("publication.within-days"),
        };
        var policy = Sample.Policy with
        {
            Revisions = ValueList.Create(
                new PolicyRevision(
                    RevisionKind.Established,
                    new LocalDate(2026, 3, 1),
                    new LocalDate(2026, 3, 2),
                    new LocalDate(2026, 4, 1),
                    null,
                    null
                ),
                new PolicyRevision(
                    RevisionKind.Partial,
                    new LocalDate(2026, 9, 1),
                    null,
                    new LocalDate(2026, 10, 1),
                    null,
                    null
                )
            ),
        };
        var first = Sample.Record("p-1", EvidenceKind.Publication, "2026-03-05");
        Assert.Equal(
            ComplianceState.Satisfied,
            Sample.Judge(check, "2026-09-30", evidence: Sample.Register(first), policy: policy).State
        );
        Assert.Equal(
            ComplianceState.NotDueYet,
            Sample.Judge(check, "2026-10-15", evidence: Sample.Register(first), policy: policy).State
        );
        Assert.Equal(
            ComplianceState.Overdue,
            Sample.Judge(check, "2026-10-16", evidence: Sample.Register(first), policy: policy).State
        );
        Assert.Equal(
            ComplianceState.Satisfied,
            Sample
                .Judge(
                    check,
                    "2026-10-16",
                    evidence: Sample.Register(first, Sample.Record("p-2", EvidenceKind.Publication, "2026-09-03")),
                    policy: policy
                )
                .State
        );
    }

    [Theory]
    [InlineData("最高情報セキュリティ責任者", ComplianceState.Satisfied)]
    [InlineData("管理者", ComplianceState.Satisfied)]
    [InlineData("業務課長", ComplianceState.NotDueYet)]
    public void Only_who_may_stand_for_it(string by, ComplianceState state) =>
        Assert.Equal(
            state,
            Sample
                .Judge(
                    Yearly with
                    {
                        AttestedBy = ValueList.Create(RoleId.Parse("ciso")),
                    },
                    "2026-12-01",
                    evidence: Sample.Register(Sample.Record("r-1", EvidenceKind.Training, "2026-06-01", by))
                )
                .State
        );

    [Fact]
    public void Nobody_audits_himself_under_another_hat()
    {
        var audit = Sample.Record("a-1", EvidenceKind.Audit, "2026-06-01", "情報システム管理者") with
        {
            Subject = "業務課長",
        };
        Assert.Equal(
            ComplianceState.NotDueYet,
            Sample
                .Judge(
                    new EvidenceCheck { Record = EvidenceKind.Audit, Cadence = Cadence.FiscalYear },
                    "2026-12-01",
                    evidence: Sample.Register(audit)
                )
                .State
        );
    }

    [Fact]
    public void Before_the_policy_is_in_force_nothing_applies()
    {
        var evaluation = Sample.Evaluate("2026-03-31", evidence: Sample.Evidence);
        Assert.Null(evaluation.InForce);
        Assert.All(evaluation.Controls, c => Assert.Equal(ComplianceState.NotApplicable, c.State));
    }

    [Fact]
    public void A_deadline_on_a_holiday_moves_only_where_the_body_says_so()
    {
        // 2028-12-31 is a Sunday; the office opens on 4 January.
        var check = Yearly with
        {
            DueMonth = 12,
        };
        LocalDate Due(SecurityStandard standard) =>
            new ComplianceEvaluator(Sample.Policy, standard)
                .Evaluate(Sample.System, RuleRun.None, Sample.Register(), null, new LocalDate(2026, 12, 1))
                .Deadlines.Single(d => d.Control is not null)
                .DueOn;
        var standard = Sample.StandardOf(check);
        Assert.Equal(new LocalDate(2026, 12, 31), Due(standard));
        Assert.Equal(
            new LocalDate(2027, 1, 4),
            Due(
                standard with
                {
                    Parameters = standard
                        .Parameters.Select(p =>
                            p.Id.Value == "calendar.move-to-working-day"
                                ? p with
                                {
                                    Value = new ParameterValue(
                                        ValueList.Create(new ParameterScalar(ParameterScalarKind.Boolean, "true")),
                                        false
                                    ),
                                }
                                : p
                        )
                        .ToValueList(),
                }
            )
        );
    }

    [Theory]
    [InlineData("(株)サンプル水道システム", ComplianceState.Satisfied)]
    [InlineData("サンプル水道システム 本社開発室", ComplianceState.Satisfied)]
    [InlineData("全ての受託者", ComplianceState.Satisfied)]
    [InlineData("下水道使用料システムの保守", ComplianceState.Satisfied)]
    [InlineData(null, ComplianceState.Satisfied)]
    [InlineData("有限会社あさか電算", ComplianceState.NotDueYet)]
    public void An_inspection_counts_for_the_contractor_that_was_inspected(string? subject, ComplianceState state)
    {
        var result = Sample.Judge(
            Yearly with
            {
                Record = EvidenceKind.ContractorInspection,
            },
            "2026-10-01",
            evidence: Sample.Register(
                Sample.Record("visit", EvidenceKind.ContractorInspection, "2026-09-01") with
                {
                    Subject = subject,
                }
            )
        );
        Assert.Equal(state, result.State);
        if (state != ComplianceState.Satisfied)
            Assert.Equal("evaluation.of-another", result.Reasons[0].Code);
    }

    [Fact]
    public void An_audit_by_the_audited_is_named()
    {
        var result = Sample.Judge(
            Yearly with
            {
                Record = EvidenceKind.Audit,
            },
            "2026-10-01",
            evidence: Sample.Register(
                Sample.Record("self", EvidenceKind.Audit, "2026-09-01") with
                {
                    Subject = "最高情報セキュリティ責任者",
                }
            )
        );
        Assert.Equal((ComplianceState.NotDueYet, "evaluation.of-itself"), (result.State, result.Reasons[0].Code));
        Assert.Contains("`self`", result.Reasons[0].Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_publication_before_the_adoption_is_named()
    {
        var check = new EvidenceCheck { Record = EvidenceKind.Publication, Cadence = Cadence.PerRevision };
        var decided = Sample.Policy.GetHistory()[0].DecidedOn;
        var early = Sample.Record("notice", EvidenceKind.Publication, IsoDate.Format(decided.PlusDays(-1)));
        var reason = Sample.Judge(check, "2027-05-01", evidence: Sample.Register(early)).Reasons[0];
        Assert.Equal("evaluation.before-revision", reason.Code);
        var onTheDay = early with { HeldOn = decided };
        Assert.Null(Sample.Judge(check, "2027-05-01", evidence: Sample.Register(onTheDay)).Duties[0].TooEarly);
    }

    [Fact]
    public void A_late_final_report_does_not_hide_a_report_in_time_that_names_no_incident()
    {
        var incident = Sample.Record("leak", EvidenceKind.Incident, "2026-06-05");
        var report = Sample.Record("first", EvidenceKind.IncidentReport, "2026-06-06");
        var final = Sample.Record("last", EvidenceKind.IncidentFinalReport, "2026-09-30") with
        {
            BasedOn = ValueList.Create(incident.Id),
        };
        var result = Sample.Judge(Preliminary, "2026-11-01", evidence: Sample.Register(incident, report, final));
        Assert.Equal((ComplianceState.Overdue, "evaluation.not-linked"), (result.State, result.Reasons[0].Code));
        Assert.Contains("`first`", result.Reasons[0].Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_met_at_last_names_the_occasions_that_were_missed()
    {
        var last = Sample.Record("second", EvidenceKind.Training, "2027-12-01");
        var result = Sample.Judge(Yearly, "2028-01-10", evidence: Sample.Register(last));
        Assert.Equal((ComplianceState.Satisfied, "evaluation.earlier-missed"), (result.State, result.Reasons[0].Code));
        Assert.Contains("2027-03-31", result.Reasons[0].Message.ToString(), StringComparison.Ordinal);
        var first = Sample.Record("first", EvidenceKind.Training, "2026-12-01");
        Assert.DoesNotContain(
            Sample.Judge(Yearly, "2028-01-10", evidence: Sample.Register(first, last)).Reasons,
            r => r.Code == "evaluation.earlier-missed"
        );
    }

    [Theory]
    [InlineData(8, ComplianceState.NotEvidenced)]
    [InlineData(1, ComplianceState.Satisfied)]
    public void A_risk_outside_the_matrix_has_not_been_assessed(int likelihood, ComplianceState state)
    {
        var record = Sample.Record("risk", EvidenceKind.RiskAssessment, "2026-06-01") with
        {
            Assessments = ValueList.Create(
                new RiskAssessment(ProvisionId.Parse("threats.unintentional"), "台帳", likelihood, 1)
            ),
        };
        var check = Yearly with { Record = EvidenceKind.RiskAssessment };
        Assert.Equal(state, Sample.Judge(check, "2026-07-01", evidence: Sample.Register(record)).State);
    }
}
