namespace PolicyKit.Json.Schemas;

/// <summary>
/// Most schemas close themselves with <c>unevaluatedProperties: false</c> and name every member themselves. There it
/// says what additionalProperties would,
/// and nothing needs to be marked while an instance is judged.
/// </summary>
internal static class Closing
{
    public static void Apply(SchemaNode node)
    {
        if (
            !node.TracksEvaluated
            || Array.Find(node.Keywords, k => k is PropertiesKeyword) is not PropertiesKeyword own
            || own.LooksBeyondNames
        )
            return;
        if (
            Array.Find(node.Keywords, k => k is Unevaluated && k.Name == "unevaluatedProperties")
            is not Unevaluated unevaluated
        )
            return;
        var names = new HashSet<string>(own.Names, StringComparer.Ordinal);
        foreach (var keyword in node.Keywords)
            if (keyword != own && keyword != unevaluated && !IsWithin(keyword, names, new HashSet<SchemaNode>()))
                return;
        own.CloseWith(unevaluated.Schema, unevaluated.Name);
        var rest = Array.FindAll(node.Keywords, k => k != unevaluated);
        node.Set(rest);
        node.TracksEvaluated = Array.Exists(rest, k => k is Unevaluated);
    }

    // Whether a keyword evaluates no member beyond the names.
    private static bool IsWithin(Keyword keyword, HashSet<string> names, HashSet<SchemaNode> seen)
    {
        if (keyword is DynamicReference or RecursiveReference)
            return false;
        if (keyword is Unevaluated)
            return keyword.Name != "unevaluatedProperties";
        if (keyword is PropertiesKeyword properties)
            return !properties.LooksBeyondNames && names.IsSupersetOf(properties.Names);
        foreach (var schema in keyword.InPlace)
        {
            if (!seen.Add(schema))
                continue;
            foreach (var inner in schema.Keywords)
                if (!IsWithin(inner, names, seen))
                    return false;
        }

        return true;
    }
}
