namespace PolicyKit.Json.Schemas;

/// <summary>Equality of JSON values as JSON Schema means it: numbers by value, objects without order.</summary>
internal static class JsonEquality
{
    public static bool Equal(JsonValue a, JsonValue b)
    {
        if (a.Kind != b.Kind || a.Count != b.Count) return false;
        switch (a.Kind)
        {
            case JsonKind.Number: return JsonNumber.Parse(a.RawText).Equals(JsonNumber.Parse(b.RawText));
            case JsonKind.String: return a.GetString() == b.GetString();
            case JsonKind.Array: return a.Items().Zip(b.Items(), Equal).All(same => same);
            case JsonKind.Object: return a.Members().All(m => b.TryGetMember(m.Name, out var other) && Equal(m.Value, other));
            default: return true;
        }
    }
}
