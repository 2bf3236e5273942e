using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Instruments.Sources;
using PolicyKit.Instruments.Structure;
using PolicyKit.Policies;

namespace PolicyKit.Instruments;

/// <summary>
/// The versions that a text speaks of: the first 附則 is of the enactment, every later one of an amendment, and so is
/// every further sentence 「この…は、…から施行する」 of a 附則 without numbers.
/// </summary>
internal static partial class RevisionHistory
{
    /// <summary>The day of coming into force in the first 附則; null where it states none.</summary>
    public static LocalDate? FirstDay(ValueList<Provision> provisions) =>
        Versions(provisions).FirstOrDefault() is { } first ? first.Effective : null;

    /// <summary>
    /// The history. 公布の日から is the day in the heading of the 附則, or of adoption; an amendment whose day of coming into
    /// force is nowhere in the text is a note.
    /// </summary>
    public static ValueList<PolicyRevision> Of(
        ValueList<Provision> provisions,
        IReadOnlyList<string> amendments,
        LocalDate adopted,
        List<ImportNote> notes
    )
    {
        var revisions = Versions(provisions)
            .Select((version, i) => i == 0 ? Enactment(version, adopted) : Amendment(version))
            .OfType<PolicyRevision>()
            .ToValueList();
        foreach (var amendment in amendments)
            revisions = With(revisions, amendment, adopted, notes);
        return revisions.OrderBy(r => r.EffectiveOn).ToValueList();
    }

    // A table of versions names two days: of the decision, and since when it is in force.
    private static ValueList<PolicyRevision> With(
        ValueList<PolicyRevision> revisions,
        string amendment,
        LocalDate adopted,
        List<ImportNote> notes
    )
    {
        var days = FrontForms.DatesIn(amendment).ToList();
        if (days.Count == 0 || days.Exists(d => revisions.Any(r => r.DecidedOn == d || r.EffectiveOn == d)))
            return revisions;
        var isWhole = amendment.Contains("全部", StringComparison.Ordinal);
        if (days is [var decided, var effective] && decided <= effective)
        {
            var kind = isWhole ? RevisionKind.Whole : RevisionKind.Partial;
            return revisions
                .Append(Revision(decided == adopted ? RevisionKind.Established : kind, decided, effective))
                .ToValueList();
        }

        notes.Add(
            new ImportNote(null, InstrumentMessages.Catalog.Message("import.amendment-without-day", amendment), true)
        );
        return revisions;
    }

    private static PolicyRevision Enactment(Version version, LocalDate adopted)
    {
        var day = version.Effective ?? adopted;
        return Revision(RevisionKind.Established, adopted < day ? adopted : day, day);
    }

    private static PolicyRevision? Amendment(Version version)
    {
        if ((version.Effective ?? version.Decided) is not { } day)
            return null;
        var decided = version.Decided ?? day;
        return Revision(RevisionKind.Partial, decided < day ? decided : day, day);
    }

    private static PolicyRevision Revision(RevisionKind kind, LocalDate decided, LocalDate effective) =>
        new(kind, decided, null, effective, null, null);

    private static IEnumerable<Version> Versions(ValueList<Provision> provisions) =>
        provisions.Where(p => ProvisionKinds.Of(p, null) == ProvisionKind.Supplementary).SelectMany(Versions);

    private static IEnumerable<Version> Versions(Provision supplement)
    {
        var decided = FrontForms.DateIn(supplement.Number ?? supplement.Heading ?? "");
        var texts = supplement
            .SelfAndBeneath()
            .Where(p => p.Text?.Contains("施行", StringComparison.Ordinal) == true)
            .ToList();
        yield return new Version(
            decided,
            texts.Select(p => FrontForms.DateIn(p.Text!)).FirstOrDefault(d => d is not null)
        );
        var further = texts.Where(p => p.Number is null && WholeInForce().IsMatch(p.Text!)).Skip(1);
        foreach (var provision in further)
            yield return new Version(null, FrontForms.DateIn(provision.Text!));
    }

    /// <summary>この方針は、令和6年10月1日から施行する。</summary>
    [GeneratedRegex("^この[^、。]{1,30}は、[^。]{1,30}から施行する。$")]
    private static partial Regex WholeInForce();

    private sealed record Version(LocalDate? Decided, LocalDate? Effective);
}
