using NodaTime;
using PolicyKit.Standards;

namespace PolicyKit.Waivers;

/// <summary>
/// Says which waivers count on a day, and what they cover. The only one: compiler, command line and reports ask it.
/// </summary>
public sealed class WaiverEvaluator
{
    /// <summary>The parameter that says how many months a waiver may last.</summary>
    public static ParameterId LongestMonths { get; } = ParameterId.Parse("waivers.longest-months");

    /// <summary>The parameter that says how many days before its end a waiver is called ending.</summary>
    public static ParameterId RunwayDays { get; } = ParameterId.Parse("waivers.runway-days");

    /// <summary>The parameter that says how many waivers that end on one day are too many.</summary>
    public static ParameterId PileUp { get; } = ParameterId.Parse("waivers.pile-up");

    private static readonly Duration Tokyo = Duration.FromHours(9);

    private readonly SecurityStandard? _standard;

    /// <summary>Takes a register.</summary>
    /// <param name="register">The register; null for none.</param>
    /// <param name="standard">
    /// The standard with the parameters and the roles; null for none, when no term is too long.
    /// </param>
    /// <param name="asOf">The day, in Japan.</param>
    public WaiverEvaluator(WaiverRegister? register, SecurityStandard? standard, LocalDate asOf)
    {
        (_standard, AsOf) = (standard, asOf);
        Statuses = (register?.Waivers ?? ValueList<Waiver>.Empty)
            .Select(StatusOf)
            .OrderBy(s => s.Waiver.Id.Value, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>The day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Every waiver and how it stands, by id.</summary>
    public ValueList<WaiverStatus> Statuses { get; }

    /// <summary>
    /// The day in Japan (Asia/Tokyo, UTC+9 without summer time) at an instant: a waiver holds through the end of its
    /// last day there.
    /// </summary>
    public static LocalDate DateOf(Instant instant) => instant.Plus(Tokyo).InUtc().Date;

    /// <summary>The waiver that covers a finding of a rule; null when none that counts does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="controls">The controls that use it.</param>
    /// <param name="system">The system; null when it is not known.</param>
    /// <param name="path">
    /// The file, relative to the checked folder, with forward slashes; null when it is in none.
    /// </param>
    /// <param name="symbol">
    /// The fully qualified symbol that holds the place, asked for only when a waiver names one; null when there is
    /// none.
    /// </param>
    public WaiverStatus? Covering(
        RuleId rule,
        ValueList<Control> controls,
        SystemId? system,
        string? path,
        Func<string?> symbol
    )
    {
        if (controls is null)
            throw new ArgumentNullException(nameof(controls));
        if (symbol is null)
            throw new ArgumentNullException(nameof(symbol));
        foreach (var status in Statuses)
        {
            var waiver = status.Waiver;
            if (!status.Counts)
                continue;
            // A waiver that names both is for that rule under that control.
            if (waiver.Rule is not null && waiver.Rule != rule)
                continue;
            if (waiver.Control is { } control && controls.All(c => c.Id != control))
                continue;
            if (waiver.Scope.System is { } of && of != system)
                continue;
            if (waiver.Scope.Path is { } pattern && (path is null || !new Glob(pattern).Fits(path)))
                continue;
            if (waiver.Scope.Symbol is { } name && !IsWithin(symbol(), name))
                continue;
            return status;
        }

        return null;
    }

    /// <summary>
    /// The waiver that covers a control of a system as a whole; null when none that counts does. One that names a rule,
    /// a path or a symbol covers only what is found there.
    /// </summary>
    public WaiverStatus? Covering(ControlId control, SystemId? system) =>
        Statuses.FirstOrDefault(s =>
            s.Counts
            && s.Waiver.Rule is null
            && s.Waiver.Control == control
            && s.Waiver.Scope is { Path: null, Symbol: null, System: { } of }
            && of == system
        );

    private WaiverStatus StatusOf(Waiver waiver)
    {
        var last = waiver.Expires;
        if (
            _standard?.NumberOf(LongestMonths) is { } months
            && waiver.ValidFrom.PlusMonths(months).PlusDays(-1) is var longest
            && longest < last
        )
            last = longest;
        var state =
            IsSelfApproved(waiver) ? WaiverState.Void
            : AsOf < waiver.ValidFrom ? WaiverState.NotYet
            : AsOf > last ? WaiverState.Expired
            : AsOf.PlusDays(_standard?.NumberOf(RunwayDays) ?? 0) >= last ? WaiverState.Ending
            : WaiverState.Live;
        return new WaiverStatus(waiver, state, last);
    }

    internal bool IsSelfApproved(Waiver waiver) =>
        _standard?.AreTheSame(waiver.Applicant, waiver.Approver) ?? waiver.Applicant == waiver.Approver;

    private static bool IsWithin(string? symbol, string name) =>
        symbol is not null
        && symbol.StartsWith(name, StringComparison.Ordinal)
        && (symbol.Length == name.Length || symbol[name.Length] is '.' or '<' or '(');
}
