using PolicyKit.Json;

namespace PolicyKit.Forms;

/// <summary>Members of members: <c>permission.number</c>.</summary>
internal static class JsonPath
{
    public static JsonValue? Find(JsonValue value, string path)
    {
        foreach (var name in path.Length == 0 ? [] : path.Split('.'))
            if (!value.TryGetMember(name, out value))
                return null;
        return value;
    }

    /// <summary>The reason why a topic does not apply; null when none is given.</summary>
    public static JsonValue? Reason(JsonValue? topic) =>
        topic is { } value && value.TryGetMember("notApplicable", out var reason) ? reason : null;
}
