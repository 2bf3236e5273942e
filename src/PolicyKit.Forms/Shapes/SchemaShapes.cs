using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Shapes;

/// <summary>
/// The shape of a kind of file, read from its schema: titles, help, lists and limits stand there alone, and forms
/// repeat none of them.
/// </summary>
internal sealed class SchemaShapes
{
    private const string Reason = "notApplicable";
    private readonly JsonText _schema;

    private SchemaShapes(JsonText schema) => _schema = schema;

    /// <summary>The shape of a whole file.</summary>
    public static RecordShape Of(DocumentKind kind)
    {
        var schema = DocumentSchemas.Source(kind).Text;
        return new SchemaShapes(schema).Record(schema.Root);
    }

    private RecordShape Record(JsonValue node)
    {
        var required = node.TryGetMember("required", out var names)
            ? names.Items().Select(n => n.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        var members = new List<FormMember>();
        if (node.TryGetMember("properties", out var properties))
            foreach (var property in properties.Members())
                if (!property.Value.TryGetMember("const", out _))
                    members.Add(Member(property.Name, property.Value, required.Contains(property.Name)));
        return new RecordShape(members.ToValueList());
    }

    private FormMember Member(string name, JsonValue node, bool isRequired)
    {
        var (inner, mayNotApply) = WithoutReason(Resolved(node));
        var (title, help) = (TextOf(node, "title") ?? name, TextOf(node, "description") ?? "");
        var (japanese, english) = Split(help);
        return new FormMember(
            name,
            new BilingualText(title, english is null ? name : Capitalised(english)),
            new BilingualText(ForPeople(japanese), english is null ? ForPeople(japanese) : Capitalised(english)),
            isRequired,
            mayNotApply,
            Shape(inner)
        );
    }

    private FormShape Shape(JsonValue node)
    {
        if (node.TryGetMember("items", out var items))
            return Shape(Resolved(items)) switch
            {
                RecordShape row => new TableShape(row),
                ScalarShape item => new ListShape(item),
                _ => throw new NotSupportedException($"lists of lists have no place in a form ({node.Pointer})"),
            };
        return node.TryGetMember("properties", out _) ? Record(node) : Scalar(node);
    }

    private static ScalarShape Scalar(JsonValue node)
    {
        if (node.TryGetMember("enum", out var values))
            return new ScalarShape(ScalarKind.Choice) { Choices = Choices(node, values).ToValueList() };
        return TextOf(node, "type") switch
        {
            "boolean" => new ScalarShape(ScalarKind.Flag),
            "integer" => new ScalarShape(ScalarKind.Integer)
            {
                Minimum = NumberOf(node, "minimum"),
                Maximum = NumberOf(node, "maximum"),
            },
            "string" when TextOf(node, "format") == "date" => new ScalarShape(ScalarKind.Date),
            // A pattern that asks only for something that is not blank leaves the text free.
            "string" when TextOf(node, "pattern") is null or "\\S" => new ScalarShape(ScalarKind.Text),
            "string" => new ScalarShape(ScalarKind.Name),
            var other => throw new NotSupportedException($"`{other}` has no place in a form ({node.Pointer})"),
        };
    }

    private static IEnumerable<Choice> Choices(JsonValue node, JsonValue values)
    {
        var titles = node.TryGetMember("enumDescriptions", out var described)
            ? described.Items().Select(d => d.GetString()).ToList()
            : [];
        var index = 0;
        foreach (var value in values.Items().Select(v => v.GetString()))
        {
            yield return new Choice(
                value,
                index < titles.Count ? Described(titles[index], value) : ChoiceTitles.Of(value)
            );
            index++;
        }
    }

    private static BilingualText Described(string title, string value)
    {
        var (japanese, english) = Split(title);
        return new BilingualText(japanese, Capitalised(english ?? value));
    }

    private JsonValue Resolved(JsonValue node) =>
        node.TryGetMember("$ref", out var reference)
        && _schema.TryFind(reference.GetString().TrimStart('#'), out var target)
            ? Resolved(target)
            : node;

    // {"anyOf": [topic, {"notApplicable": reason}]}: the topic, and that a reason may stand in its place.
    private (JsonValue Inner, bool MayNotApply) WithoutReason(JsonValue node)
    {
        if (!node.TryGetMember("anyOf", out var choices) || node.TryGetMember("properties", out _))
            return (node, false);
        var resolved = choices.Items().Select(Resolved).ToList();
        var topics = resolved.Where(c => !IsReason(c)).ToList();
        return topics.Count == 1
            ? (topics[0], topics.Count < resolved.Count)
            : throw new NotSupportedException($"this choice has no place in a form ({node.Pointer})");
    }

    private static bool IsReason(JsonValue node) =>
        node.TryGetMember("properties", out var properties)
        && properties.Count == 1
        && properties.TryGetMember(Reason, out _);

    // A sentence that says how the file writes it says nothing to whoever fills in a sheet.
    private static string ForPeople(string help) =>
        string.Join('。', help.Split('。').Where(s => !s.Contains('{', StringComparison.Ordinal)));

    // 「役職で書く (owner, by role)」: both languages stand in one text.
    private static (string Japanese, string? English) Split(string text)
    {
        var at = text.LastIndexOf(" (", StringComparison.Ordinal);
        return at > 0 && text.EndsWith(')') ? (text[..at], text[(at + 2)..^1]) : (text, null);
    }

    private static string Capitalised(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string? TextOf(JsonValue node, string name) =>
        node.TryGetMember(name, out var value) && value.Kind == JsonKind.String ? value.GetString() : null;

    private static long? NumberOf(JsonValue node, string name) =>
        node.TryGetMember(name, out var value) && value.TryGetInt64(out var number) ? number : null;
}
