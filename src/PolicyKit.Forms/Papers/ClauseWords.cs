using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Papers;

/// <summary>Our own wording of clauses, by control and by item of a contract (<c>clauses.data.json</c>).</summary>
internal static class ClauseWords
{
    private static readonly Lazy<JsonValue> Data = new(() =>
        EmbeddedData.Open(typeof(ClauseWords).Assembly, "clauses.data.json").Text.Root
    );

    /// <summary>What a control asks of a contractor; null where there are no words for it.</summary>
    public static string? Of(ControlId control) => Find("controls", control.Value);

    /// <summary>What an item of a contract says, by its member in the declaration.</summary>
    public static string? OfItem(string member) => Find("items", member);

    /// <summary>The clause for a control without words of its own.</summary>
    public static string Other(string requirement) =>
        Data.Value.Text("other").Replace("{requirement}", requirement, StringComparison.Ordinal);

    internal static IEnumerable<string> Controls => Names("controls");

    internal static IEnumerable<string> Items => Names("items");

    private static IEnumerable<string> Names(string table) =>
        Data.Value.TryGetMember(table, out var words) ? words.Members().Select(m => m.Name) : [];

    private static string? Find(string table, string name) =>
        Data.Value.TryGetMember(table, out var words) && words.TryGetMember(name, out var text)
            ? text.GetString()
            : null;
}
