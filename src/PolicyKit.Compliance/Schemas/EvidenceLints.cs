using NodaTime;
using PolicyKit.Evidence;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// Which records of a register do not count on a day, and why: whoever keeps it hears so at the record, and not only
/// when the term of the duty has run out.
/// </summary>
public static class EvidenceLints
{
    /// <summary>Judges a register by a standard.</summary>
    /// <param name="register">The register, as it was read.</param>
    /// <param name="standard">The standard that says who may sign what.</param>
    /// <param name="asOf">The day, in Japan.</param>
    public static ValueList<Problem> Check(
        ReadResult<EvidenceRegister> register,
        SecurityStandard standard,
        LocalDate asOf
    )
    {
        if (register is null)
            throw new ArgumentNullException(nameof(register));
        if (standard is null)
            throw new ArgumentNullException(nameof(standard));
        var problems = new List<Problem>();
        var records = register.Value?.Records ?? ValueList<EvidenceRecord>.Empty;
        for (var i = 0; i < records.Count; i++)
            Judge(records[i], $"/records/{i}", register.Source, standard, asOf, problems);
        return ReadContext.InOrder(problems);
    }

    private static void Judge(
        EvidenceRecord record,
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
        if (record.HeldOn > asOf)
            Report(
                "/heldOn",
                "evidence.day-ahead",
                record.Id.Value,
                IsoDate.Format(record.HeldOn),
                IsoDate.Format(asOf)
            );
        Risks(record, standard, Report);
        var checks = standard
            .Controls.SelectMany(control =>
                control
                    .Checks.OfType<EvidenceCheck>()
                    .Where(c => c.Record == record.Record || record.Controls.Contains(control.Id))
            )
            .ToList();
        // A record that one control takes from anybody counts for that one.
        if (checks.Count == 0 || checks.Any(c => standard.MayAttest(c, record.By)))
            return;
        var roles = standard
            .Roles.Where(r => checks.Any(c => c.AttestedBy.Contains(r.Id)))
            .Select(r => $"`{r.Title}`")
            .Distinct()
            .ToList();
        Report("/by", "evidence.may-not-attest", record.Id.Value, record.By, string.Join(", ", roles));
    }

    // A step that the body's matrix does not have gives no level.
    private static void Risks(EvidenceRecord record, SecurityStandard standard, Action<string, string, object[]> report)
    {
        if (standard.RiskMatrix is not { } matrix)
            return;
        for (var i = 0; i < record.Assessments.Count; i++)
            if (matrix.LevelOf(record.Assessments[i].Likelihood, record.Assessments[i].Impact) is null)
                report(
                    $"/assessments/{i}",
                    "evidence.risk-unknown",
                    [
                        record.Id.Value,
                        record.Assessments[i].Asset,
                        record.Assessments[i].Likelihood,
                        record.Assessments[i].Impact,
                    ]
                );
    }
}
