using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>A place in a declaration in words: the thing, as the schema titles it and as it is called, and the member.</summary>
/// <param name="Thing">The thing: ログ `認証の成功と失敗`.</param>
/// <param name="Member">The member of it; null where the place is the thing itself.</param>
internal sealed record DeclarationPlace(BilingualText Thing, BilingualText? Member)
{
    /// <summary>The thing as the owner of a member: 「ログ `認証` の」, 「テレワークの」; "log `…`: ".</summary>
    public BilingualText Owner =>
        new(
            Thing.Japanese.EndsWith("`", StringComparison.Ordinal) ? Thing.Japanese + " の" : Thing.Japanese + "の",
            Thing.English + ": "
        );

    private static readonly Lazy<JsonValue> Schema = new(() => DocumentSchemas.Source(DocumentKind.System).Text.Root);

    public static DeclarationPlace Of(JsonValue root, string pointer, IReadOnlyList<string> labels)
    {
        var tokens = Tokens(pointer).ToList();
        if (tokens.Count == 0)
            return new DeclarationPlace(TitleOf(Schema.Value), null);
        var (value, schema) = (root, (JsonValue?)Schema.Value);
        var (thing, member) = ((BilingualText?)null, (BilingualText?)null);
        for (var i = 0; i < tokens.Count; i++)
        {
            schema = Within(schema, tokens[i]);
            var known = value.TryGetMember(tokens[i], out var next);
            if (!known && value.Kind == JsonKind.Array && int.TryParse(tokens[i], out var index) && index < value.Count)
                next = value.Items().ElementAt(index);
            value = next;
            // Things are what a list holds, or what a declaration holds one of; what stands beneath is a member.
            var isThing = (i == 0 && next.Kind != JsonKind.Array) || (i == 1 && !known);
            var title = schema is { } s ? TitleOf(s) : new BilingualText(tokens[i], tokens[i]);
            if (isThing || thing is null)
                thing = isThing ? Labelled(title, next, labels) : title;
            else if (known)
                member = Named(title, tokens[i]);
        }

        return new DeclarationPlace(thing!, member);
    }

    public static IEnumerable<string> Tokens(string pointer) =>
        pointer.Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~"));

    private static BilingualText Named(BilingualText title, string member) =>
        new($"{title.Japanese} (`{member}`)", $"`{member}` ({title.English})");

    private static BilingualText Labelled(BilingualText title, JsonValue thing, IReadOnlyList<string> labels)
    {
        foreach (var name in labels)
            if (thing.TryGetMember(name, out var label) && label.Kind == JsonKind.String)
            {
                var shown = SecretShapes.Masked(label.GetString());
                return new BilingualText($"{title.Japanese} `{shown}`", $"{title.English} `{shown}`");
            }

        return title;
    }

    private static JsonValue? Within(JsonValue? schema, string token)
    {
        if (schema is not { } at)
            return null;
        foreach (var shape in Shapes(at))
            if (shape.TryGetMember("properties", out var properties) && properties.TryGetMember(token, out var member))
                return member;
            else if (shape.TryGetMember("items", out var items) && int.TryParse(token, out _))
                return Resolved(items);
        return null;
    }

    // What a schema is, or could be, when its references are followed.
    private static IEnumerable<JsonValue> Shapes(JsonValue schema)
    {
        var at = Resolved(schema);
        yield return at;
        if (!at.TryGetMember("anyOf", out var any))
            yield break;
        foreach (var one in any.Items())
            yield return Resolved(one);
    }

    private static JsonValue Resolved(JsonValue schema)
    {
        if (!schema.TryGetMember("$ref", out var to) || schema.TryGetMember("properties", out _))
            return schema;
        var at = Schema.Value;
        foreach (var token in Tokens(to.GetString()))
            if (!at.TryGetMember(token, out at))
                return schema;
        return at;
    }

    // 「ログ」 and, of 「取得するログ (log)」, what stands in the parentheses at the end.
    private static BilingualText TitleOf(JsonValue schema)
    {
        var japanese = schema.TryGetMember("title", out var title) ? title.GetString() : "";
        var text = schema.TryGetMember("description", out var description) ? description.GetString() : "";
        var from = text.LastIndexOf('(');
        var english =
            from >= 0 && text[text.Length - 1] == ')' ? text.Substring(from + 1, text.Length - from - 2) : japanese;
        return new BilingualText(japanese, english);
    }
}
