using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Shapes;

/// <summary>
/// What words of lists are called that the schema only explains in its help (<c>choices.data.json</c>).
/// </summary>
internal static class ChoiceTitles
{
    private static readonly Lazy<Dictionary<string, BilingualText>> Read = new(() =>
    {
        var root = EmbeddedData.Open(typeof(ChoiceTitles).Assembly, "choices.data.json").Text.Root;
        return root.TryGetMember("choices", out var choices)
            ? choices.Members().ToDictionary(m => m.Name, m => Both(m.Value), StringComparer.Ordinal)
            : [];
    });

    /// <summary>The title of a word; the word itself where it has none (<c>3B</c>, <c>spdx</c>).</summary>
    public static BilingualText Of(string word) => Read.Value.GetValueOrDefault(word) ?? new BilingualText(word, word);

    private static BilingualText Both(JsonValue value) =>
        value.TryGetMember("ja", out var japanese) && value.TryGetMember("en", out var english)
            ? new BilingualText(japanese.GetString(), english.GetString())
            : throw new InvalidOperationException("a choice has a title in both languages");
}
