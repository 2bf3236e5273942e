using NodaTime;
using PolicyKit.Policies;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Waivers;

public sealed class WaiverEvaluatorTests
{
    private static readonly SystemId System = SystemId.Parse("sewerage-billing");

    // The last day of the waiver is 2026-09-30: in Japan it ends at 15:00 UTC.
    [Theory]
    [InlineData("2026-03-31T14:59:59", WaiverState.NotYet)]
    [InlineData("2026-03-31T15:00:00", WaiverState.Live)]
    [InlineData("2026-08-30T14:59:59", WaiverState.Live)]
    [InlineData("2026-08-30T15:00:00", WaiverState.Ending)]
    [InlineData("2026-09-30T00:00:00", WaiverState.Ending)]
    [InlineData("2026-09-30T14:59:59", WaiverState.Ending)]
    [InlineData("2026-09-30T15:00:00", WaiverState.Expired)]
    [InlineData("2026-09-30T23:59:59", WaiverState.Expired)]
    public void Holds_through_the_end_of_its_last_day_in_Japan(string utc, WaiverState state)
    {
        var instant = NodaTime.Text.InstantPattern.General.Parse(utc + "Z").Value;
        Assert.Equal(DateTimeZoneProviders.Tzdb["Asia/Tokyo"].GetUtcOffset(instant), Offset.FromHours(9));
        Assert.Equal(state, Of(WaiverEvaluator.DateOf(instant), Waiver()).State);
    }

    [Fact]
    public void What_goes_beyond_the_longest_term_does_not_count()
    {
        var status = Of(new LocalDate(2027, 4, 1), Waiver() with { Expires = new LocalDate(2029, 3, 31) });
        Assert.Equal((WaiverState.Expired, new LocalDate(2027, 3, 31)), (status.State, status.LastDay));
    }

    [Theory]
    [InlineData("業務課長", "業務課長")]
    [InlineData("情報セキュリティ管理者", "情報システム管理者")]
    [InlineData("業務課長", "情報システム管理者")]
    [InlineData("統括情報セキュリティ責任者", "事務局長")]
    public void One_that_the_applicant_approved_is_void_whatever_hat_was_worn(string applicant, string approver) =>
        Assert.Equal(
            WaiverState.Void,
            Of(new LocalDate(2026, 5, 1), Waiver() with { Applicant = applicant, Approver = approver }).State
        );

    [Fact]
    public void Covers_the_control_of_its_system_and_no_other()
    {
        var evaluator = new WaiverEvaluator(Register(Waiver()), Sample.Standard, new LocalDate(2026, 5, 1));
        Assert.NotNull(evaluator.Covering(ControlId.Parse("technical.logs"), System));
        Assert.Null(evaluator.Covering(ControlId.Parse("technical.logs"), SystemId.Parse("another")));
        Assert.Null(evaluator.Covering(ControlId.Parse("technical.logs"), null));
        Assert.Null(evaluator.Covering(ControlId.Parse("technical.backup"), System));
    }

    [Fact]
    public void One_with_a_path_covers_findings_there_and_not_the_control()
    {
        var waiver = Waiver() with { Scope = new WaiverScope(System, null, "src/Billing/**") };
        var evaluator = new WaiverEvaluator(Register(waiver), Sample.Standard, new LocalDate(2026, 5, 1));
        var controls = ValueList.Create(Sample.Standard.Find(waiver.Control!)!);
        Assert.Null(evaluator.Covering(waiver.Control!, System));
        Assert.NotNull(evaluator.Covering(RuleId.Parse("CA5351"), controls, System, "src/Billing/A/B.cs", () => null));
        Assert.Null(evaluator.Covering(RuleId.Parse("CA5351"), controls, System, "src/Billings/B.cs", () => null));
        Assert.Null(evaluator.Covering(RuleId.Parse("CA5351"), controls, System, null, () => null));
    }

    private static WaiverStatus Of(LocalDate asOf, Waiver waiver) =>
        Assert.Single(new WaiverEvaluator(Register(waiver), Sample.Standard, asOf).Statuses);

    private static WaiverRegister Register(Waiver waiver) =>
        new(RegisterId.Parse("sample.waivers"), ValueList.Create(waiver));

    private static Waiver Waiver() =>
        Sample.Waivers.Waivers[0] with
        {
            Id = WaiverId.Parse("w-1"),
            Control = ControlId.Parse("technical.logs"),
            DecidedOn = new LocalDate(2026, 4, 1),
            ValidFrom = new LocalDate(2026, 4, 1),
            Expires = new LocalDate(2026, 9, 30),
        };
}
