namespace PolicyKit.Json.Schemas;

/// <summary>Values as messages show them: shortened, and visible.</summary>
internal static class Shown
{
    public static string Of(JsonValue value)
    {
        return Shortened(
            value.Kind is JsonKind.Object ? "{…}"
            : value.Kind is JsonKind.Array ? "[…]"
            : value.RawText
        );
    }

    public static string Shortened(string text)
    {
        if (text.Length <= 60)
            return text;
        // Never half a character.
        return text.Substring(0, char.IsHighSurrogate(text[59]) ? 59 : 60) + "…";
    }
}
