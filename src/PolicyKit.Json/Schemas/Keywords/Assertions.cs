using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas.Keywords;

internal sealed class TypeKeyword : Keyword
{
    private readonly HashSet<string> _types;
    private readonly SchemaDraft _draft;

    public TypeKeyword(JsonValue value, SchemaDraft draft) : base("type", value)
    {
        _draft = draft;
        _types = new HashSet<string>(value.Kind == JsonKind.Array ? value.Items().Where(i => i.Kind == JsonKind.String).Select(i => i.GetString()) : value.Kind == JsonKind.String ? new[] { value.GetString() } : Array.Empty<string>(), StringComparer.Ordinal);
    }

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var kind = evaluation.Nodes[instance].Kind;
        var name = kind switch
        {
            JsonKind.Null => "null",
            JsonKind.True or JsonKind.False => "boolean",
            JsonKind.String => "string",
            JsonKind.Array => "array",
            JsonKind.Object => "object",
            _ => "number",
        };
        return _types.Contains(name) || (kind == JsonKind.Number && _types.Contains("integer") && IsInteger(evaluation.ValueAt(instance).RawText))
            || evaluation.Fail(instance, Value, Name, "schema.type", string.Join(", ", _types.OrderBy(t => t, StringComparer.Ordinal)), name);
    }

    // Draft 4 calls 1.0 no integer; later drafts look at the value.
    private bool IsInteger(string number) =>
        number.IndexOfAny(new[] { '.', 'e', 'E' }) < 0 || (_draft > SchemaDraft.Draft4 && JsonNumber.Parse(number).IsInteger);
}

internal sealed class EnumKeyword(JsonValue value) : Keyword("enum", value)
{
    private readonly JsonValue[] _values = value.Items().ToArray();

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var found = evaluation.ValueAt(instance);
        if (Array.Exists(_values, v => JsonEquality.Equal(v, found))) return true;
        var nearest = evaluation.Collects && found.Kind == JsonKind.String ? Nearest.Find(found.GetString(), _values.Where(v => v.Kind == JsonKind.String).Select(v => v.GetString())) : null;
        return nearest is not null ? evaluation.Fail(instance, Value, Name, "schema.enum.nearest", Shown.Of(found), nearest) : evaluation.Fail(instance, Value, Name, "schema.enum", Shown.Of(found), string.Join(", ", _values.Select(Shown.Of)));
    }
}

internal sealed class ConstKeyword(JsonValue value) : Keyword("const", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        JsonEquality.Equal(Value, evaluation.ValueAt(instance)) || evaluation.Fail(instance, Value, Name, "schema.const", Shown.Of(evaluation.ValueAt(instance)), Shown.Of(Value));
}

internal sealed class NumberKeyword(string name, JsonValue value, Func<JsonNumber, JsonNumber, bool> holds) : Keyword(name, value)
{
    private readonly JsonNumber _limit = JsonNumber.Parse(value.RawText);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        evaluation.Nodes[instance].Kind != JsonKind.Number || holds(JsonNumber.Parse(evaluation.ValueAt(instance).RawText), _limit)
        || evaluation.Fail(instance, Value, Name, "schema." + Name.ToLowerInvariant(), evaluation.ValueAt(instance).RawText, Value.RawText);
}

/// <summary>minLength, maxLength, minItems, maxItems, minProperties, maxProperties.</summary>
internal sealed class CountKeyword(string name, JsonValue value) : Keyword(name, value)
{
    private readonly JsonNumber _limit = JsonNumber.Parse(value.RawText);
    private readonly bool _isMinimum = name.StartsWith("min", StringComparison.Ordinal);

    private readonly JsonKind _kind = name.EndsWith("Length", StringComparison.Ordinal) ? JsonKind.String : name.EndsWith("Items", StringComparison.Ordinal) ? JsonKind.Array : JsonKind.Object;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != _kind) return true;
        var count = _kind == JsonKind.String ? CodePoints(evaluation.ValueAt(instance).GetString()) : evaluation.Nodes[instance].Count;
        var order = JsonNumber.Parse(count.ToString(System.Globalization.CultureInfo.InvariantCulture)).CompareTo(_limit);
        return (_isMinimum ? order >= 0 : order <= 0) || evaluation.Fail(instance, Value, Name, "schema." + Name.ToLowerInvariant(), count, Value.RawText);
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1]))
                count--;
        return count;
    }
}

internal sealed class PatternKeyword(JsonValue value, Regex regex) : Keyword("pattern", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != JsonKind.String) return true;
        var text = evaluation.ValueAt(instance).GetString();
        try
        {
            return regex.IsMatch(text) || evaluation.Fail(instance, Value, Name, "schema.pattern", Shown.Of(evaluation.ValueAt(instance)), Value.GetString());
        }
        catch (RegexMatchTimeoutException)
        {
            return evaluation.Fail(instance, Value, Name, "schema.pattern-timeout", Value.GetString());
        }
    }
}

internal sealed class UniqueItemsKeyword(JsonValue value) : Keyword("uniqueItems", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != JsonKind.Array) return true;
        var items = evaluation.ValueAt(instance).Items().ToList();
        for (var later = 1; later < items.Count; later++)
            for (var earlier = 0; earlier < later; earlier++)
                if (JsonEquality.Equal(items[earlier], items[later]))
                    return evaluation.Fail(items[later].Index, Value, Name, "schema.uniqueitems", Shown.Of(items[later]), earlier);
        return true;
    }
}

internal sealed class RequiredKeyword(JsonValue value) : Keyword("required", value)
{
    private readonly string[] _names = value.Items().Where(i => i.Kind == JsonKind.String).Select(i => i.GetString()).ToArray();

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != JsonKind.Object) return true;
        var valid = true;
        foreach (var name in _names)
        {
            if (evaluation.ValueAt(instance).TryGetMember(name, out _)) continue;
            valid = evaluation.Fail(instance, Value, Name, "schema.required", name);
            if (!evaluation.Collects) break;
        }

        return valid;
    }
}

internal sealed class DependentRequiredKeyword(string name, JsonValue value) : Keyword(name, value)
{
    private readonly (string Name, string[] Needs)[] _dependencies = value.Members().Where(m => m.Value.Kind == JsonKind.Array)
        .Select(m => (m.Name, m.Value.Items().Where(i => i.Kind == JsonKind.String).Select(i => i.GetString()).ToArray())).ToArray();

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != JsonKind.Object) return true;
        var (value, valid) = (evaluation.ValueAt(instance), true);
        foreach (var (name, needs) in _dependencies.Where(d => value.TryGetMember(d.Name, out _)))
            foreach (var need in needs.Where(n => !value.TryGetMember(n, out _)))
                valid = evaluation.Fail(instance, Value, Name, "schema.dependentrequired", name, need);
        return valid;
    }
}

/// <summary>Values as messages show them: shortened, and visible.</summary>
internal static class Shown
{
    public static string Of(JsonValue value)
    {
        var text = value.Kind is JsonKind.Object ? "{…}" : value.Kind is JsonKind.Array ? "[…]" : value.RawText;
        return text.Length <= 60 ? text : text.Substring(0, 60) + "…";
    }
}
