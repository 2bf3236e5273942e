using NodaTime;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Waivers;

/// <summary>
/// What is wrong with a register of waivers on a day, beyond its shape: what has ended or is about to (rule PK0011),
/// and what should never have been granted so (rule PK0012).
/// </summary>
public static class WaiverLints
{
    /// <summary>Judges a register.</summary>
    /// <param name="register">The register, as it was read.</param>
    /// <param name="standard">
    /// The standard that the waivers are of; null for none, when names and terms are not judged.
    /// </param>
    /// <param name="asOf">The day, in Japan.</param>
    public static ValueList<Problem> Check(
        ReadResult<WaiverRegister> register,
        SecurityStandard? standard,
        LocalDate asOf
    )
    {
        if (register is null)
            throw new ArgumentNullException(nameof(register));
        if (register.Value is not { } value)
            return ValueList<Problem>.Empty;
        var problems = new List<Problem>();
        var evaluator = new WaiverEvaluator(value, standard, asOf);
        for (var i = 0; i < value.Waivers.Count; i++)
        {
            var status = evaluator.Statuses.First(s => s.Waiver == value.Waivers[i]);
            Judge(status, $"/waivers/{i}", register.Source, standard, asOf, problems);
        }

        PileUps(evaluator, value, register.Source, standard, problems);
        return ReadContext.InOrder(problems);
    }

    /// <summary>
    /// Says which waivers of a register nobody has decided: approved by a post outside the roles of the standard, or
    /// decided on a day ahead. Whoever keeps the register hears so; a compilation does not wait for it.
    /// </summary>
    /// <param name="register">The register, as it was read.</param>
    /// <param name="standard">The standard with the roles.</param>
    /// <param name="asOf">The day, in Japan.</param>
    public static ValueList<Problem> CheckDecisions(
        ReadResult<WaiverRegister> register,
        SecurityStandard standard,
        LocalDate asOf
    )
    {
        if (register is null)
            throw new ArgumentNullException(nameof(register));
        if (standard is null)
            throw new ArgumentNullException(nameof(standard));
        var problems = new List<Problem>();
        var waivers = register.Value?.Waivers ?? ValueList<Waiver>.Empty;
        for (var i = 0; i < waivers.Count; i++)
            Decision(waivers[i], $"/waivers/{i}", register.Source, standard, asOf, problems);
        return ReadContext.InOrder(problems);
    }

    /// <summary>
    /// Whether a problem is about the end of a waiver, and so of rule PK0011; the others are of PK0012.
    /// </summary>
    public static bool IsAboutTheEnd(Problem problem) =>
        (problem ?? throw new ArgumentNullException(nameof(problem))).Family == ProblemFamily.WaiverEnd;

    /// <summary>
    /// The problem that a waiver matches nothing: whoever has looked at everything it could match says so.
    /// </summary>
    public static Problem Orphan(SourceDocument source, WaiverRegister register, Waiver waiver)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        if (register is null)
            throw new ArgumentNullException(nameof(register));
        if (waiver is null)
            throw new ArgumentNullException(nameof(waiver));
        var index = Enumerable.Range(0, register.Waivers.Count).First(i => register.Waivers[i] == waiver);
        return new Problem(
            ReadContext.Messages.Message("waiver.orphan", waiver.Id.Value),
            Severity.Warning,
            source.LocationOf($"/waivers/{index}")
        );
    }

    private static void Judge(
        WaiverStatus status,
        string at,
        SourceDocument source,
        SecurityStandard? standard,
        LocalDate asOf,
        List<Problem> problems
    )
    {
        var waiver = status.Waiver;
        void Report(Severity severity, string pointer, string code, params object[] arguments) =>
            Add(ProblemFamily.Content, severity, pointer, code, arguments);
        void ReportEnd(Severity severity, string code, params object[] arguments) =>
            Add(ProblemFamily.WaiverEnd, severity, "/expires", code, arguments);
        void Add(ProblemFamily family, Severity severity, string pointer, string code, object[] arguments) =>
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message(code, arguments),
                    severity,
                    source.LocationOf(at + pointer),
                    family
                )
            );
        // One whose applicant and approver bear the same name is a mistake of the file already.
        if (status.State == WaiverState.Void && waiver.Applicant != waiver.Approver)
            Report(
                Severity.Error,
                "/approver",
                "waiver.same-holder",
                waiver.Id.Value,
                waiver.Applicant,
                waiver.Approver
            );
        if (status.State == WaiverState.Expired)
            ReportEnd(Severity.Error, "waiver.expired", waiver.Id.Value, IsoDate.Format(status.LastDay));
        if (status.State == WaiverState.Ending)
            ReportEnd(
                Severity.Warning,
                "waiver.ending",
                waiver.Id.Value,
                IsoDate.Format(status.LastDay),
                Period.Between(asOf, status.LastDay, PeriodUnits.Days).Days
            );
        if (status.LastDay < waiver.Expires)
            Report(
                Severity.Error,
                "/expires",
                "waiver.too-long",
                waiver.Id.Value,
                standard!.NumberOf(WaiverEvaluator.LongestMonths)!.Value,
                IsoDate.Format(status.LastDay)
            );
        if (standard is not null && waiver.Rule is { } rule && standard.SeverityOf(rule) is null)
            Report(Severity.Warning, "/rule", "waiver.unused-rule", waiver.Id.Value, rule.Value);
        if (
            standard is not null
            && waiver is { Rule: { } of, Control: { } control }
            && standard.Find(control) is { } known
            && !known.Checks.OfType<SourceCheck>().Any(c => c.Rule == of)
        )
            Report(
                Severity.Warning,
                "/rule",
                "waiver.rule-of-another-control",
                waiver.Id.Value,
                of.Value,
                control.Value
            );
    }

    // Who decided, and when: neither a post outside the roles nor a day ahead has decided anything.
    private static void Decision(
        Waiver waiver,
        string at,
        SourceDocument source,
        SecurityStandard standard,
        LocalDate asOf,
        List<Problem> problems
    )
    {
        void Report(string pointer, string code, params object[] arguments) =>
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message(code, arguments),
                    Severity.Warning,
                    source.LocationOf(at + pointer)
                )
            );
        if (standard.Roles.Count > 0 && !standard.HasRoleNamed(waiver.Approver))
            Report(
                "/approver",
                "waiver.unknown-approver",
                waiver.Id.Value,
                waiver.Approver,
                string.Join(", ", standard.Roles.Select(r => $"`{r.Title}`"))
            );
        if (waiver.DecidedOn > asOf)
            Report(
                "/decidedOn",
                "waiver.decided-ahead",
                waiver.Id.Value,
                IsoDate.Format(waiver.DecidedOn),
                IsoDate.Format(asOf)
            );
    }

    private static void PileUps(
        WaiverEvaluator evaluator,
        WaiverRegister register,
        SourceDocument source,
        SecurityStandard? standard,
        List<Problem> problems
    )
    {
        if (standard?.NumberOf(WaiverEvaluator.PileUp) is not { } limit)
            return;
        foreach (
            var day in evaluator
                .Statuses.Where(s => s.State is not (WaiverState.Expired or WaiverState.Void))
                .GroupBy(s => s.LastDay)
                .Where(g => g.Count() >= limit)
        )
        {
            var first = Enumerable
                .Range(0, register.Waivers.Count)
                .First(i => day.Any(s => s.Waiver == register.Waivers[i]));
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message("waiver.pile-up", IsoDate.Format(day.Key), day.Count()),
                    Severity.Warning,
                    source.LocationOf($"/waivers/{first}/expires")
                )
            );
        }
    }
}
