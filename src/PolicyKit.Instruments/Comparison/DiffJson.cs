using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyKit.Instruments.Comparison;

/// <summary>
/// The difference as JSON: what became of each provision, and the operations (RFC 6902) that make the new file of the old
/// one.
/// </summary>
internal static class DiffJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The difference of two files.</summary>
    /// <param name="diff">What became of what they say.</param>
    /// <param name="old">The old file.</param>
    /// <param name="new">The new file.</param>
    public static string Render(DiffDocument diff, DiffFile old, DiffFile @new) =>
        new JsonObject
        {
            ["old"] = File(old),
            ["new"] = File(@new),
            ["provisions"] = new JsonArray([.. (diff.Policy?.Rows ?? []).Where(r => r.IsChanged).Select(Row)]),
            ["standard"] = new JsonArray([.. diff.Standard.Select(Change)]),
            ["patch"] = JsonPatch.Between(old.Json, @new.Json),
        }.ToJsonString(Options) + "\n";

    /// <summary>The new file, of the old one and a difference.</summary>
    /// <exception cref="FormatException">The difference is not one of this file.</exception>
    public static string Apply(string diff, DiffFile old)
    {
        if (Parsed(diff) is not JsonObject read || read["patch"] is not JsonArray patch)
            throw new FormatException("patch");
        if ((string?)read["old"]?["sha256"] != old.Sha256)
            throw new FormatException("sha256");
        return JsonPatch.Apply(old.Json, patch).ToJsonString(Options) + "\n";
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new FormatException("json");
        }
    }

    private static JsonObject File(DiffFile file) => new() { ["file"] = file.Name, ["sha256"] = file.Sha256 };

    private static JsonNode Row(DiffRow row) =>
        new JsonObject
        {
            ["changes"] = new JsonArray([.. row.Changes.Select(c => (JsonNode)Name(c.ToString()))]),
            ["old"] = Side(row.Old?.Id, row.OldCitation, row.OldText),
            ["new"] = Side(row.New?.Id, row.NewCitation, row.NewText),
        };

    private static JsonObject? Side(ProvisionId? id, string? citation, IReadOnlyList<TextPiece> text) =>
        text.Count == 0 && id is null
            ? null
            : new JsonObject
            {
                ["id"] = id?.Value,
                ["citation"] = citation,
                ["text"] = string.Concat(text.Select(t => t.Text)),
            };

    private static JsonNode Change(StandardChange change) =>
        new JsonObject
        {
            ["subject"] = change.Subject,
            ["change"] = Name(change.Kind.ToString()),
            ["direction"] = Name(change.Direction.ToString()),
            ["old"] = change.Old,
            ["new"] = change.New,
        };

    private static string Name(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);
}
