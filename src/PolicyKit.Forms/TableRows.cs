using PolicyKit.Json;

namespace PolicyKit.Forms;

/// <summary>The objects that a table lists, each with the id of the row that it belongs to.</summary>
internal static class TableRows
{
    public static IEnumerable<(JsonValue? Key, JsonValue Row)> Of(JsonValue? root, FormSheet sheet)
    {
        if (root is not { } file)
            return [];
        return sheet.Parent is null
            ? Items(file, sheet.Path).Select(r => ((JsonValue?)null, r))
            : Of(root, sheet.Parent)
                .SelectMany(p => Items(p.Row, sheet.Path).Select(r => (JsonPath.Find(p.Row, "id"), r)));
    }

    private static IEnumerable<JsonValue> Items(JsonValue from, string path) =>
        JsonPath.Find(from, path)?.Items() ?? [];
}
