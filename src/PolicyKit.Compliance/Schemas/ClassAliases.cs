using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>
/// Classes as people write them, and as older editions did: data, <c>classes.data.json</c>. What stands for one class
/// is told so; what may stand for several is explained.
/// </summary>
internal static class ClassAliases
{
    private static readonly Lazy<JsonValue> Table = new(() =>
        EmbeddedData.Open(typeof(ClassAliases).Assembly, "classes.data.json").Text.Root
    );

    /// <summary>What to say of a word that is no class; null where the table knows nothing of it.</summary>
    public static LocalizedMessage? Explain(SchemaError error)
    {
        var pointer = error.Instance.Pointer;
        var text = DocumentSchemas.WrittenOf(error.Instance);
        if (!Table.Value.TryGetMember(pointer.Substring(pointer.LastIndexOf('/') + 1), out var member))
            return null;
        var compact = Compact(text, member);
        // Of marks alone nothing is left to compare.
        if (compact.Length == 0)
            return null;
        var shown = SecretShapes.Masked(text);
        if (error.Schema.Items().Any(w => w.Kind == JsonKind.String && Compact(w.GetString(), member) == compact))
            return ComplianceMessages.Catalog.Message(
                // YAML takes a class of figures for a number.
                error.Instance.Kind == JsonKind.Number
                    ? "schema.enum#class-unquoted"
                    : "schema.enum#class",
                shown,
                error.Schema.Items().First(w => Compact(w.GetString(), member) == compact).GetString()
            );
        foreach (var older in member.TryGetMember("older", out var all) ? all.Items() : [])
            if (
                older.TryGetMember("words", out var words)
                && words.Items().Any(w => Compact(w.GetString(), member) == compact)
            )
                return ComplianceMessages.Catalog.Message(
                    "schema.enum#older-class",
                    shown,
                    new BilingualText(Text(older, "explanation"), Text(older, "explanationEnglish"))
                );
        return null;
    }

    private static string Text(JsonValue of, string name) =>
        of.TryGetMember(name, out var text) ? text.GetString() : "";

    // Width, case, spaces and the words before a class say nothing: 「自治体機密性３Ａ」, 「レベル2」.
    private static string Compact(string text, JsonValue? member)
    {
        var folded = new string(text.Select(Folded).Where(c => char.IsLetterOrDigit(c)).ToArray()).ToUpperInvariant();
        if (member is { } of && of.TryGetMember("before", out var before))
            foreach (var word in before.Items())
                if (folded.StartsWith(word.GetString().ToUpperInvariant(), StringComparison.Ordinal))
                    folded = folded.Substring(word.GetString().Length);
        return folded;
    }

    private static char Folded(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
