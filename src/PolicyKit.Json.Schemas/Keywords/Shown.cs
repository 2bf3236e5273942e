namespace PolicyKit.Json.Schemas;

/// <summary>Values as messages show them: a string without its quotes, shortened.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Of(JsonValue value) => Shortened(Whole(value));

    /// <summary>A value of an instance: as its author wrote it, masked before anything is cut off.</summary>
    public static string Of(JsonValue value, Func<string, string>? mask)
    {
        var text = Whole(value);
        return Shortened(mask is null ? text : mask(text));
    }

    public static string Shortened(string text)
    {
        if (text.Length <= Longest)
            return text;
        // Never half a character.
        return text.Substring(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest) + "…";
    }

    private static string Whole(JsonValue value) =>
        value.Kind switch
        {
            JsonKind.Object => "{…}",
            JsonKind.Array => "[…]",
            JsonKind.String => value.GetString() is { Length: > 0 } text ? text : "\"\"",
            _ => value.WrittenText,
        };
}
