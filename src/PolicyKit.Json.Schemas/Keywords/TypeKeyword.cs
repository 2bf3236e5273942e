using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary><c>type</c> is judged by the schema itself, before any keyword; here are its words.</summary>
internal static class TypeKeyword
{
    private const string ListMarks = "-－−‐–—ー・●○*＊[［「{｛";

    private static readonly char[] Separators = { ',', '，', '、', ';', '；' };

    private static readonly Regex Thousands = new("^[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?$");

    private static readonly Regex SeveralNumbers = new("^[0-9]+(?:\\s*[.,、/;~-]\\s*[0-9]+)+$");

    public static string Word(JsonKind kind) =>
        kind switch
        {
            JsonKind.Null => "null",
            JsonKind.True or JsonKind.False => "boolean",
            JsonKind.String => "string",
            JsonKind.Array => "array",
            JsonKind.Object => "object",
            _ => "number",
        };

    /// <summary>Sets the kinds that the keyword allows.</summary>
    public static void Apply(JsonValue value, SchemaNode schema)
    {
        var words = Names(value);
        schema.Type = value;
        schema.IntegersOnly = words.Contains("integer") && !words.Contains("number");
        schema.Kinds = SchemaNode.NoKinds;
        for (var kind = JsonKind.Null; kind <= JsonKind.Object; kind++)
            if (words.Contains(Word(kind)) || (kind == JsonKind.Number && words.Contains("integer")))
                schema.Kinds |= 1 << (int)kind;
    }

    /// <summary>The kinds that the keyword allows, in words.</summary>
    public static LocalizedMessage Words(JsonValue value)
    {
        var words = Names(value)
            .OrderBy(w => w, StringComparer.Ordinal)
            .Select(w =>
                SchemaCompiler.Messages.Find("schema.kind." + w, MessageLanguage.English) is null
                    ? Wording.Message("schema.kind.unknown", w)
                    : Wording.Message("schema.kind." + w)
            )
            .ToList();
        return words.Count == 0
            ? Wording.Message("schema.kind.unknown", "")
            : words.Aggregate((a, b) => Wording.Message("schema.or", a, b));
    }

    /// <summary>A value is of another kind: told with what its author has to write, where that can be known.</summary>
    public static bool Fail(Evaluation evaluation, int index, JsonValue type)
    {
        var (found, allowed) = (evaluation.ValueAt(index), Names(type));
        var written = evaluation.Show(found);
        var (key, mended) = found.Kind switch
        {
            JsonKind.Null => found.Text.IsBeforeComment(index) ? ("schema.type#comment", "") : ("schema.type#null", ""),
            JsonKind.Number when IsDate(type) => OfDate(written),
            JsonKind.Number or JsonKind.True or JsonKind.False when allowed.Contains("string") => (
                "schema.type#quote",
                $"\"{written}\""
            ),
            JsonKind.String when Literal(found.GetString(), allowed) is { } literal => (
                IsQuoted(found) ? "schema.type#unquote" : "schema.type#plain",
                literal
            ),
            JsonKind.String when allowed is ["array"] => ListOf(written),
            JsonKind.String when IsSeveralNumbers(found.GetString(), allowed) => ("schema.type#one-number", ""),
            JsonKind.Number when allowed is ["array"] => ("schema.type#list", $"[{written}]"),
            JsonKind.Number when allowed.Contains("integer") => ("schema.type#integer", ""),
            _ when allowed is ["boolean"] => ("schema.type#boolean", ""),
            _ => ("schema.type", ""),
        };
        return evaluation.Fail(
            index,
            type,
            "type",
            key,
            evaluation.Subject(index),
            Words(type),
            Wording.Message("schema.kind." + Word(found.Kind)),
            mended,
            evaluation.Name(index)
        );
    }

    private static bool IsQuoted(JsonValue text) => text.WrittenText is ['"' or '\'', ..];

    private static bool IsDate(JsonValue type)
    {
        var owner = new JsonValue(type.Text, type.Text.Nodes[type.Index].Parent);
        return owner.TryGetMember("format", out var format)
            && format.Kind == JsonKind.String
            && format.GetString() == "date";
    }

    // 20260401 is a day without its hyphens; of other figures (46113, a day of a spreadsheet) nobody can say which.
    private static (string Key, string Mended) OfDate(string written)
    {
        var day =
            written.Length == 8 ? $"{written.Substring(0, 4)}-{written.Substring(4, 2)}-{written.Substring(6)}" : "";
        return DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? ("schema.type#quote", $"\"{day}\"")
            : ("schema.type#date", "");
    }

    // A list that was written as one text: separated by commas, or with marks that no reader takes for a list's.
    private static (string Key, string Mended) ListOf(string written)
    {
        var text = written.Trim();
        if (text.Length == 0 || ListMarks.IndexOf(text[0]) >= 0 || text.EndsWith("…", StringComparison.Ordinal))
            return ("schema.type#list-form", "");
        var items = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(i => i.Trim());
        return ("schema.type#list", "[" + string.Join(", ", items.Select(i => $"\"{i}\"")) + "]");
    }

    // "443,80" where one number is due.
    private static bool IsSeveralNumbers(string text, List<string> allowed) =>
        (allowed.Contains("integer") || allowed.Contains("number"))
        && SeveralNumbers.IsMatch(Remedies.Folded(text).Trim());

    // What a string was meant to be where a number or a truth value is asked for.
    private static string? Literal(string text, List<string> allowed)
    {
        var word = Remedies.Folded(text).Trim();
        if (allowed.Contains("boolean"))
            switch (word.ToLowerInvariant())
            {
                case "true" or "yes" or "on" or "y" or "はい" or "有" or "有り":
                    return "true";
                case "false" or "no" or "off" or "n" or "いいえ" or "無" or "無し":
                    return "false";
            }

        if (!allowed.Contains("integer") && !allowed.Contains("number"))
            return null;
        if (word.IndexOf(',') >= 0 && !Thousands.IsMatch(word))
            return null;
        // 12.000 is twelve to a program, and twelve thousand to some who write it.
        if (!allowed.Contains("number") && word.IndexOf('.') >= 0)
            return null;
        word = word.Replace(",", "");
        var number = JsonText.Read(word);
        return number.Error is null && number.Root.Kind == JsonKind.Number ? word : null;
    }

    private static List<string> Names(JsonValue value) =>
        value.Kind == JsonKind.String ? new List<string> { value.GetString() } : value.Strings();
}
