using System.Text.Json.Nodes;

namespace PolicyKit.Instruments.Comparison;

/// <summary>
/// What makes one JSON document of another (RFC 6902): the operations add, remove and replace, in the order in which
/// they are applied.
/// </summary>
internal static class JsonPatch
{
    /// <summary>The operations; empty when both documents are equal.</summary>
    public static JsonArray Between(JsonNode old, JsonNode @new)
    {
        var operations = new JsonArray();
        Compare("", old, @new, operations);
        return operations;
    }

    /// <summary>The document that the operations make.</summary>
    /// <exception cref="FormatException">An operation names a place that is not there, or is not known.</exception>
    public static JsonNode Apply(JsonNode document, JsonArray operations)
    {
        var result = document.DeepClone();
        foreach (var operation in operations)
            result = Applied(result, operation as JsonObject ?? throw new FormatException("operation"));
        return result;
    }

    private static void Compare(string path, JsonNode? old, JsonNode? @new, JsonArray operations)
    {
        if (JsonNode.DeepEquals(old, @new))
            return;
        if (old is JsonObject before && @new is JsonObject after)
            Members(path, before, after, operations);
        else if (old is JsonArray one && @new is JsonArray other)
            Items(path, one, other, operations);
        else
            operations.Add(Operation("replace", path, @new));
    }

    private static void Members(string path, JsonObject old, JsonObject @new, JsonArray operations)
    {
        foreach (var (name, _) in old.Where(m => !@new.ContainsKey(m.Key)))
            operations.Add(Operation("remove", $"{path}/{Escaped(name)}"));
        foreach (var (name, value) in @new)
            if (old.TryGetPropertyValue(name, out var before))
                Compare($"{path}/{Escaped(name)}", before, value, operations);
            else
                operations.Add(Operation("add", $"{path}/{Escaped(name)}", value));
    }

    // What both begin and end with stays; what lies between is compared in order, and the rest added or removed.
    private static void Items(string path, JsonArray old, JsonArray @new, JsonArray operations)
    {
        var shorter = Math.Min(old.Count, @new.Count);
        var start = 0;
        while (start < shorter && JsonNode.DeepEquals(old[start], @new[start]))
            start++;
        var end = 0;
        while (end < shorter - start && JsonNode.DeepEquals(old[^(end + 1)], @new[^(end + 1)]))
            end++;
        var both = Math.Min(old.Count, @new.Count) - start - end;
        for (var i = start; i < start + both; i++)
            Compare($"{path}/{i}", old[i], @new[i], operations);
        for (var i = old.Count - end - 1; i >= start + both; i--)
            operations.Add(Operation("remove", $"{path}/{i}"));
        for (var i = start + both; i < @new.Count - end; i++)
            operations.Add(Operation("add", $"{path}/{i}", @new[i]));
    }

    private static JsonObject Operation(string name, string path) => new() { ["op"] = name, ["path"] = path };

    private static JsonObject Operation(string name, string path, JsonNode? value) =>
        new()
        {
            ["op"] = name,
            ["path"] = path,
            ["value"] = value?.DeepClone(),
        };

    private static JsonNode Applied(JsonNode document, JsonObject operation)
    {
        var (name, path) = ((string?)operation["op"], (string?)operation["path"] ?? throw new FormatException("path"));
        var value = operation["value"]?.DeepClone();
        if (path.Length == 0)
            return name == "replace" && value is not null ? value : throw new FormatException(name);
        var parts = path.Split('/').Skip(1).Select(Unescaped).ToList();
        var parent = parts.SkipLast(1).Aggregate((JsonNode?)document, Child);
        switch (parent)
        {
            case JsonObject o:
                SetMember(o, name, parts[^1], value);
                break;
            case JsonArray a:
                SetItem(a, name, Index(parts[^1], name == "add" ? a.Count : a.Count - 1), value);
                break;
            default:
                throw new FormatException(path);
        }

        return document;
    }

    private static void SetMember(JsonObject parent, string? operation, string name, JsonNode? value)
    {
        if (operation is "remove" or "replace" && !parent.ContainsKey(name))
            throw new FormatException(name);
        if (operation == "remove")
            parent.Remove(name);
        else if (operation is "add" or "replace")
            parent[name] = value;
        else
            throw new FormatException(operation);
    }

    private static void SetItem(JsonArray parent, string? operation, int index, JsonNode? value)
    {
        switch (operation)
        {
            case "remove":
                parent.RemoveAt(index);
                break;
            case "replace":
                parent[index] = value;
                break;
            case "add":
                parent.Insert(index, value);
                break;
            default:
                throw new FormatException(operation);
        }
    }

    private static JsonNode? Child(JsonNode? parent, string name) =>
        parent switch
        {
            JsonObject o when o.TryGetPropertyValue(name, out var member) => member,
            JsonArray a => a[Index(name, a.Count - 1)],
            _ => throw new FormatException(name),
        };

    private static int Index(string text, int last) =>
        int.TryParse(text, out var index) && index >= 0 && index <= last ? index : throw new FormatException(text);

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescaped(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
