using PolicyKit.Policies;
using PolicyKit.Standards;

namespace PolicyKit.Instruments.Comparison;

/// <summary>Two versions of a standard, with what they import: what each asks for, not in which words it stands.</summary>
internal static class StandardDiff
{
    public static IReadOnlyList<StandardChange> Of(SecurityStandard old, SecurityStandard @new, SecurityPolicy? policy)
    {
        var changes = new List<StandardChange>();
        foreach (var control in old.Controls)
            if (@new.Find(control.Id) is { } now)
                changes.AddRange(OfControl(control, now));
            else
                changes.Add(
                    Change(control, StandardChangeKind.ControlDeleted, Direction.Loosened, control.Requirement, null)
                );
        foreach (var control in @new.Controls.Where(c => old.Find(c.Id) is null))
            changes.Add(
                Change(control, StandardChangeKind.ControlAdded, Direction.Tightened, null, control.Requirement)
            );
        changes.AddRange(OfParameters(old, @new));
        changes.AddRange(OfThreats(old, @new, policy));
        return changes;
    }

    private static IEnumerable<StandardChange> OfControl(Control old, Control @new)
    {
        if (old.Obligation != @new.Obligation)
            yield return Change(
                @new,
                StandardChangeKind.Obligation,
                @new.Obligation > old.Obligation ? Direction.Loosened : Direction.Tightened,
                old.Obligation.ToString(),
                @new.Obligation.ToString()
            );
        foreach (var (one, other) in new[] { (old.Requirement, @new.Requirement), (old.Criterion, @new.Criterion) })
            if (one != other)
                yield return Change(@new, StandardChangeKind.Wording, Direction.Neither, one, other);
        if (!Equals(old.AppliesTo, @new.AppliesTo))
            yield return Change(
                @new,
                StandardChangeKind.Applicability,
                Reach(old.AppliesTo, @new.AppliesTo),
                old.AppliesTo?.ToString(),
                @new.AppliesTo?.ToString()
            );
        if (Checks(old) is var before && Checks(@new) is var after && before != after)
            yield return Change(@new, StandardChangeKind.Checks, OfChecks(old, @new), before, after);
    }

    // Null applies to every system.
    private static Direction Reach(Applicability? old, Applicability? @new)
    {
        if (old is null)
            return Direction.Loosened;
        return @new is null ? Direction.Tightened : Direction.Neither;
    }

    private static string Checks(Control control) =>
        string.Join(", ", control.Checks.Select(c => c is SourceCheck s ? $"{s.Name} ({s.Severity})" : c.Name));

    private static Direction OfChecks(Control old, Control @new)
    {
        var (before, after) = (old.Checks.Select(c => c.Name).ToHashSet(), @new.Checks.Select(c => c.Name).ToHashSet());
        var isLess = before.Except(after).Any() || IsMilder(old, @new);
        var isMore = after.Except(before).Any() || IsMilder(@new, old);
        return (isLess, isMore) switch
        {
            (true, false) => Direction.Loosened,
            (false, true) => Direction.Tightened,
            _ => Direction.Neither,
        };
    }

    private static bool IsMilder(Control old, Control @new) =>
        old
            .Checks.OfType<SourceCheck>()
            .Any(b => @new.Checks.OfType<SourceCheck>().Any(a => a.Rule == b.Rule && a.Severity < b.Severity));

    private static IEnumerable<StandardChange> OfParameters(SecurityStandard old, SecurityStandard @new)
    {
        foreach (var parameter in old.Parameters)
            if (@new.Find(parameter.Id) is not { } now)
                yield return Change(
                    parameter,
                    StandardChangeKind.ParameterDeleted,
                    Direction.Neither,
                    Value(parameter),
                    null
                );
            else if (parameter.Value != now.Value)
                yield return Change(
                    parameter,
                    StandardChangeKind.Parameter,
                    DirectionOf(parameter, now),
                    Value(parameter),
                    Value(now)
                );
        foreach (var parameter in @new.Parameters.Where(p => old.Find(p.Id) is null))
            yield return Change(
                parameter,
                StandardChangeKind.ParameterAdded,
                Direction.Neither,
                null,
                Value(parameter)
            );
    }

    // A list may have lost one item and won another: it protects less in one way and more in another.
    private static Direction DirectionOf(Parameter old, Parameter @new)
    {
        var (isLess, isMore) = (Tailoring.Loosens(old, @new.Value), Tailoring.Loosens(@new, old.Value));
        return (isLess, isMore) switch
        {
            (true, false) => Direction.Loosened,
            (false, true) => Direction.Tightened,
            _ => Direction.Neither,
        };
    }

    private static IEnumerable<StandardChange> OfThreats(
        SecurityStandard old,
        SecurityStandard @new,
        SecurityPolicy? policy
    )
    {
        var (before, after) = (Threats(old), Threats(@new));
        foreach (var threat in before.Except(after))
            yield return new(Cited(policy, threat), StandardChangeKind.Threat, Direction.Loosened, threat.Value, null);
        foreach (var threat in after.Except(before))
            yield return new(Cited(policy, threat), StandardChangeKind.Threat, Direction.Tightened, null, threat.Value);
    }

    private static List<ProvisionId> Threats(SecurityStandard standard) =>
        [.. standard.Controls.SelectMany(c => c.Threats).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal)];

    private static string Cited(SecurityPolicy? policy, ProvisionId id) => policy?.Cite(id) ?? id.Value;

    private static string Value(Parameter parameter) => string.Join(", ", parameter.Values) + (parameter.Unit ?? "");

    private static StandardChange Change(
        Control control,
        StandardChangeKind kind,
        Direction direction,
        string? old,
        string? @new
    ) => new($"{control.Number} {control.Title}", kind, direction, old, @new);

    private static StandardChange Change(
        Parameter parameter,
        StandardChangeKind kind,
        Direction direction,
        string? old,
        string? @new
    ) => new($"{parameter.Id} {parameter.Title}", kind, direction, old, @new);
}
