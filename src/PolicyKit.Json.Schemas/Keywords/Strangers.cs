using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>A member that nothing allows: often a known one, misspelled.</summary>
internal static class Strangers
{
    public static bool Fail(Evaluation evaluation, int at, JsonValue schema, string keyword, IEnumerable<string> known)
    {
        var (owner, name) = (
            evaluation.ValueAt(evaluation.Nodes[at].Parent),
            evaluation.Instance.Decode(evaluation.Nodes[at])
        );
        var free = known
            .Distinct()
            .Where(n => !owner.TryGetMember(n, out _))
            .OrderBy(n => n, StringComparer.Ordinal)
            .ToList();
        if (Nearest.Find(name, free) is { } nearest)
            return evaluation.Fail(at, schema, keyword, "schema.additional#nearest", name, nearest);
        return free.Count is > 0 and <= 40
            ? evaluation.Fail(at, schema, keyword, "schema.additional#known", name, string.Join(", ", free))
            : evaluation.Fail(at, schema, keyword, "schema.additional", name);
    }
}
