using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>A member that nothing allows: often a known one, misspelled.</summary>
internal static class Strangers
{
    public static bool Fail(Evaluation evaluation, int at, JsonValue schema, string keyword, IEnumerable<string> known)
    {
        if (evaluation.IsFull)
            return false;
        var owner = evaluation.ValueAt(evaluation.Nodes[at].Parent);
        if (!evaluation.FreeNames.TryGetValue((owner.Index, schema.Index), out var free))
            evaluation.FreeNames.Add((owner.Index, schema.Index), free = Free(owner, known));
        var name = evaluation.Instance.Decode(evaluation.Nodes[at]);
        var shown = evaluation.Show(name);
        if (Nearest.Find(name, free) is { } nearest)
            return evaluation.FailAsStranger(at, schema, keyword, nearest, "schema.additional#nearest", shown, nearest);
        return free.Count is > 0 and <= 40
            ? evaluation.FailAsStranger(
                at,
                schema,
                keyword,
                null,
                "schema.additional#known",
                shown,
                string.Join(", ", free)
            )
            : evaluation.FailAsStranger(at, schema, keyword, null, "schema.additional", shown);
    }

    private static List<string> Free(JsonValue owner, IEnumerable<string> known)
    {
        var taken = new HashSet<string>(owner.Members().Select(m => m.Name), StringComparer.Ordinal);
        return known.Distinct().Where(n => !taken.Contains(n)).OrderBy(n => n, StringComparer.Ordinal).ToList();
    }
}
