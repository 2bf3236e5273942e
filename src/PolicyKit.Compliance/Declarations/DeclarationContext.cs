using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>A declaration under judgement, and what the judgement has come to so far.</summary>
internal sealed class DeclarationContext(
    SystemDeclaration system,
    SourceDocument source,
    SecurityStandard standard,
    CryptographyTable cryptography,
    WaiverEvaluator waivers
)
{
    private readonly List<Problem> _violations = new();
    private readonly List<Problem> _expired = new();
    private readonly List<(LocalDate DueOn, LocalizedMessage What)> _deadlines = new();

    public SystemDeclaration System { get; } = system;

    public SourceDocument Source { get; } = source;

    public SecurityStandard Standard { get; } = standard;

    public CryptographyTable Cryptography { get; } = cryptography;

    public WaiverEvaluator Waivers { get; } = waivers;

    /// <summary>The member of the declaration that is judged.</summary>
    public required string Subject { get; init; }

    /// <summary>The zones that the control is for; empty for all.</summary>
    public ValueList<NetworkZoneId> Zones { get; init; } = ValueList<NetworkZoneId>.Empty;

    public LocalDate AsOf => Waivers.AsOf;

    /// <summary>What is wrong whatever the day.</summary>
    public IReadOnlyList<Problem> Violations => _violations;

    /// <summary>What was right once and is too old on the day.</summary>
    public IReadOnlyList<Problem> Expired => _expired;

    /// <summary>The last day on which something that was shown still counts.</summary>
    public IReadOnlyList<(LocalDate DueOn, LocalizedMessage What)> Deadlines => _deadlines;

    public void Violate(string pointer, string code, params object[] arguments) =>
        _violations.Add(At(pointer, code, arguments));

    public void Violate(Problem problem) => _violations.Add(problem);

    /// <summary>Something that counts through a day. After it, it is too old.</summary>
    public void Lasts(LocalDate lastDay, string pointer, string code, params object[] arguments)
    {
        var day = IsoDate.Format(lastDay);
        _deadlines.Add((lastDay, ComplianceMessages.Catalog.Message(code, arguments[0], day)));
        if (AsOf <= lastDay)
            return;
        // A calendar has no room for what a finding says: when it was last done, and how often it is due.
        var message =
            arguments.Length == 1
                ? ComplianceMessages.Catalog.Message(code, arguments[0], day)
                : ComplianceMessages.Catalog.Message(code + "#found", arguments.Append(day).ToArray());
        _expired.Add(new Problem(message, Severity.Error, Source.LocationOf(pointer)));
    }

    /// <summary>
    /// Whether a day on which something is said to have been done has not come yet; then it was not done, and that is a
    /// violation.
    /// </summary>
    public bool LiesAhead(LocalDate? on, string pointer)
    {
        if (on is not { } day || day <= AsOf)
            return false;
        var place = DeclarationProblems.PlaceOf(Source.Text.Root, pointer);
        Violate(
            pointer,
            "declaration.day-ahead",
            place.Owner,
            place.Member ?? place.Thing,
            IsoDate.Format(day),
            IsoDate.Format(AsOf)
        );
        return true;
    }

    /// <summary>A topic as the schema titles it, and as it is written: システムの分類 (`systemClass`).</summary>
    public BilingualText Topic(string name)
    {
        var title = DeclarationProblems.PlaceOf(Source.Text.Root, "/" + name).Thing;
        return new BilingualText($"{title.Japanese} (`{name}`)", $"`{name}` ({title.English})");
    }

    /// <summary>Says that a member holds words by which what is required was not done.</summary>
    public void Undone(string pointer, string said)
    {
        var place = DeclarationProblems.PlaceOf(Source.Text.Root, pointer);
        Violate(pointer, "declaration.said-undone", place.Owner, place.Member ?? place.Thing, said);
    }

    private Problem At(string pointer, string code, object[] arguments) =>
        new(ComplianceMessages.Catalog.Message(code, arguments), Severity.Error, Source.LocationOf(pointer));
}
