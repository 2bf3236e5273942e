using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>The parts of sentences that many messages share.</summary>
internal static class Wording
{
    // Whoever has to choose among more looks into the schema.
    private const int MostWords = 60;

    /// <summary>A value and what it is: <c>団体コード `11326`</c>.</summary>
    public static LocalizedMessage Subject(JsonValue value, string? title, Func<string, string>? mask)
    {
        if (value.Kind is JsonKind.Object or JsonKind.Array)
            return Name(value, title);
        var shown = Shown.Of(value, mask);
        return title is null ? Message("schema.subject", shown) : Message("schema.subject#titled", shown, title);
    }

    /// <summary>
    /// The place that a value has, for what is empty or too large to be shown: <c>項目 `zones` (ネットワーク)</c>.
    /// </summary>
    public static LocalizedMessage Name(JsonValue value, string? title)
    {
        if (MemberName(value) is not { } name)
            return title is not null ? Message("schema.name#title", title) : Place(value);
        return title is null ? Message("schema.name", name) : Message("schema.name#titled", name, title);
    }

    /// <summary>
    /// What a schema says of itself, in the language that is asked for: our schemas write Japanese and then English
    /// in parentheses.
    /// </summary>
    public static BilingualText Described(string text)
    {
        var (japanese, english) = (text, text);
        var open = text.EndsWith(")", StringComparison.Ordinal) ? text.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        if (open > 0 && IsAscii(text, open) && !IsAscii(text.Substring(0, open), 0))
            (japanese, english) = (text.Substring(0, open), text.Substring(open + 2, text.Length - open - 3));
        return new BilingualText(japanese, english);
    }

    /// <summary>The values that an enumeration allows, with what they mean where the schema says so.</summary>
    public static LocalizedMessage Values(JsonValue values, JsonValue owner)
    {
        var meanings = owner.TryGetMember("enumDescriptions", out var said)
            ? said.Items().ToList()
            : new List<JsonValue>();
        var words = values
            .Items()
            .Take(MostWords)
            .Select(
                (v, i) =>
                    i < meanings.Count && meanings[i].Kind == JsonKind.String
                        ? Message("schema.value#meant", Shown.Of(v), Described(meanings[i].GetString()))
                        : Message("schema.value", Shown.Of(v))
            )
            .ToList();
        return values.Count <= MostWords ? List(words) : Message("schema.more", List(words), values.Count - MostWords);
    }

    /// <summary>
    /// The value whose meaning somebody wrote in its place: the one that is called so, or the only one whose meaning
    /// holds the words; null for none.
    /// </summary>
    public static string? Meant(string written, JsonValue values, JsonValue owner)
    {
        var text = Remedies.Folded(written).Trim();
        if (text.Length < 2 || !owner.TryGetMember("enumDescriptions", out var said))
            return null;
        var all = values
            .Items()
            .Zip(said.Items(), (v, m) => (Value: v, Meaning: m))
            .Where(p => p.Value.Kind == JsonKind.String && p.Meaning.Kind == JsonKind.String)
            .Select(p => (Value: p.Value.GetString(), Meaning: Described(p.Meaning.GetString())))
            .ToList();
        var same = all.Where(p => p.Meaning.Japanese == text || Same(p.Meaning.English, text)).ToList();
        if (same.Count == 0)
            same = all.Where(p => p.Meaning.Japanese.IndexOf(text, StringComparison.Ordinal) >= 0).ToList();
        return same.Count == 1 ? same[0].Value : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Words one after another; of very many the first, and how many more there are.</summary>
    public static LocalizedMessage List(IReadOnlyList<LocalizedMessage> words)
    {
        if (words.Count == 0)
            return Message("schema.nothing");
        var list = words.Take(MostWords).Skip(1).Aggregate(words[0], (all, next) => Message("schema.list", all, next));
        return words.Count <= MostWords ? list : Message("schema.more", list, words.Count - MostWords);
    }

    public static LocalizedMessage Message(string key, params object[] arguments) =>
        SchemaCompiler.Messages.Message(key, arguments);

    private static LocalizedMessage Place(JsonValue value)
    {
        if (value.Index == 0)
            return Message("schema.name#whole");
        var position = 1;
        var nodes = value.Text.Nodes;
        for (var at = nodes[value.Index].Parent + 1; at < value.Index; at = nodes[at].Next)
            position++;
        return Message("schema.name#item", position);
    }

    private static string? MemberName(JsonValue value)
    {
        var nodes = value.Text.Nodes;
        return value.Index > 0 && nodes[nodes[value.Index].Parent].Kind == JsonKind.Object
            ? value.Text.Decode(nodes[nodes[value.Index].IsName ? value.Index : value.Index - 1])
            : null;
    }

    private static bool IsAscii(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (text[i] >= 0x80)
                return false;
        return true;
    }
}
