using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// Says of a name that the standard does not have, why: a control was named by its printed number, or the body has excluded
/// it; a zone was named by its name.
/// </summary>
internal sealed class StandardNames(IReadOnlyList<SourceDocument> files, SecurityStandard standard)
{
    private readonly HashSet<string> _excluded = Excluded(files);

    /// <summary>The problem, in better words where there are any.</summary>
    public Problem Explain(SourceDocument document, Problem problem)
    {
        if (
            problem.Family is not (ProblemFamily.Schema or ProblemFamily.Reference)
            || TextAt(document, problem.Location.Pointer) is not { } name
        )
            return problem;
        if (IsZone(problem.Location.Pointer))
            return standard.Zones.FirstOrDefault(z => z.Name == name) is { } zone
                ? problem with
                {
                    Message = CliException.Messages.Message("zone.by-title", name, zone.Id.Value),
                }
                : problem;
        if (!IsControl(problem.Location.Pointer))
            return problem;
        if (standard.Controls.FirstOrDefault(c => c.Number == name) is { } control)
            return problem with
            {
                Message = CliException.Messages.Message("control.by-number", name, control.Id.Value, control.Title),
            };
        return _excluded.Contains(name)
            ? problem with
            {
                Message = CliException.Messages.Message("control.excluded", name),
            }
            : problem;
    }

    // `control` of a waiver, an item of `controls` of a record.
    private static bool IsControl(string pointer) => pointer.Split('/') is [.., "control"] or [.., "controls", _];

    // An item of `zones`, the zone of a component, both ends of a flow.
    private static bool IsZone(string pointer) =>
        pointer.Split('/') is [_, "zones", _] or [.., "zone"] or [_, "flows", _, "from" or "to"];

    private static string? TextAt(SourceDocument document, string pointer)
    {
        var tokens = pointer.Split('/');
        var at = document.Text.Root;
        foreach (var token in tokens.Skip(1))
            if (at.TryGetMember(token, out var member))
                at = member;
            else if (at.Kind == JsonKind.Array && int.TryParse(token, out var index) && index < at.Count)
                at = at.Items().ElementAt(index);
            else
                return null;
        return at.Kind == JsonKind.String ? at.GetString() : null;
    }

    private static HashSet<string> Excluded(IEnumerable<SourceDocument> files) =>
        files
            .Where(f => f.Kind == DocumentKind.Standard)
            .Select(StandardSerializer.Read)
            .SelectMany(r => r.Value?.Imports ?? ValueList<StandardImport>.Empty)
            .SelectMany(i => i.Exclude)
            .Select(e => e.Control.Value)
            .ToHashSet(StringComparer.Ordinal);
}
