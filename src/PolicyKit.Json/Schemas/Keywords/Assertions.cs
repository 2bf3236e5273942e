namespace PolicyKit.Json.Schemas.Keywords;

/// <summary><c>type</c> is judged by the schema itself, before any keyword; here are its words.</summary>
internal static class TypeKeyword
{
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

    public static LocalizedMessage Words(JsonValue value)
    {
        var words = Names(value)
            .OrderBy(w => w, StringComparer.Ordinal)
            .Select(w =>
                SchemaCompiler.Messages.Find("schema.kind." + w, MessageLanguage.English) is null
                    ? SchemaCompiler.Messages.Message("schema.kind.unknown", w)
                    : SchemaCompiler.Messages.Message("schema.kind." + w)
            )
            .ToList();
        return words.Count == 0
            ? SchemaCompiler.Messages.Message("schema.kind.unknown", "")
            : words.Aggregate((a, b) => SchemaCompiler.Messages.Message("schema.or", a, b));
    }

    private static List<string> Names(JsonValue value) =>
        value.Kind == JsonKind.String ? new List<string> { value.GetString() } : value.Strings();
}

internal sealed class EnumKeyword : Keyword
{
    private readonly JsonValue[] _others;
    private readonly NameTable _strings;

    public EnumKeyword(JsonValue value)
        : base("enum", value)
    {
        _strings = new NameTable(value.Strings().Distinct().ToList());
        _others = new JsonValue[value.Count - value.Strings().Count];
        var other = 0;
        foreach (var item in value.Items())
            if (item.Kind != JsonKind.String)
                _others[other++] = item;
    }

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind == JsonKind.String)
        {
            if (_strings.Find(evaluation.Instance.SliceOf(instance)) >= 0)
                return true;
        }
        else
            foreach (var other in _others)
                if (JsonEquality.Equal(other.Text, other.Index, evaluation.Instance, instance))
                    return true;

        return evaluation.Collects && Fail(evaluation, evaluation.ValueAt(instance));
    }

    private bool Fail(Evaluation evaluation, JsonValue found)
    {
        var nearest = found.Kind == JsonKind.String ? Nearest.Find(found.GetString(), Value.Strings()) : null;
        var all = string.Join(", ", Value.Items().Select(Shown.Of));
        return nearest is not null
            ? evaluation.Fail(found.Index, Value, Name, "schema.enum#nearest", Shown.Of(found), nearest, all)
            : evaluation.Fail(found.Index, Value, Name, "schema.enum", Shown.Of(found), all);
    }
}

internal sealed class ConstKeyword(JsonValue value) : Keyword("const", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        JsonEquality.Equal(Value.Text, Value.Index, evaluation.Instance, instance)
        || (
            evaluation.Collects
            && evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.const",
                Shown.Of(evaluation.ValueAt(instance)),
                Shown.Of(Value)
            )
        );
}

/// <summary>multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum.</summary>
internal sealed class NumberKeyword(string name, JsonValue value, NumberRelation relation) : Keyword(name, value)
{
    private readonly JsonNumber _limit = JsonNumber.Of(value);

    public override int Kinds => Of(JsonKind.Number);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        Holds(JsonNumber.At(evaluation.Instance, instance))
        || (
            evaluation.Collects
            && evaluation.Fail(
                instance,
                Value,
                Name,
                "schema." + relation.ToString().ToLowerInvariant(),
                Shown.Of(evaluation.ValueAt(instance)),
                Shown.Of(Value)
            )
        );

    private bool Holds(JsonNumber number) =>
        relation switch
        {
            NumberRelation.MultipleOf => number.IsMultipleOf(_limit),
            NumberRelation.Minimum => number.CompareTo(_limit) >= 0,
            NumberRelation.Maximum => number.CompareTo(_limit) <= 0,
            NumberRelation.ExclusiveMinimum => number.CompareTo(_limit) > 0,
            _ => number.CompareTo(_limit) < 0,
        };
}

internal enum NumberRelation
{
    MultipleOf,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}

/// <summary>minLength, maxLength, minItems, maxItems, minProperties, maxProperties.</summary>
internal sealed class CountKeyword : Keyword
{
    private readonly JsonKind _kind;
    private readonly bool _isMinimum;
    private readonly int _limit;

    public CountKeyword(string name, JsonValue value)
        : base(name, value)
    {
        _kind =
            name.EndsWith("Length", StringComparison.Ordinal) ? JsonKind.String
            : name.EndsWith("Items", StringComparison.Ordinal) ? JsonKind.Array
            : JsonKind.Object;
        _isMinimum = name.StartsWith("min", StringComparison.Ordinal);
        // Nothing that was read has more parts than an int counts. A bound with a fraction (2.0) is one as well.
        var number = JsonNumber.Of(value);
        var (low, high) = (0, int.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (JsonNumber.Of(middle).CompareTo(number) >= 0)
                high = middle;
            else
                low = middle + 1;
        }

        _limit = low;
    }

    public override int Kinds => Of(_kind);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var count =
            _kind == JsonKind.String
                ? CodePoints(evaluation.Instance.SliceOf(instance))
                : evaluation.Nodes[instance].Count;
        return (_isMinimum ? count >= _limit : count <= _limit)
            || (
                evaluation.Collects
                && evaluation.Fail(instance, Value, Name, "schema." + Name.ToLowerInvariant(), count, Shown.Of(Value))
            );
    }

    private int CodePoints(in JsonText.Slice slice)
    {
        var bytes = slice.End - slice.Start;
        // Between a quarter of the bytes and all of them: often enough to tell.
        if (_isMinimum ? bytes / 4 >= _limit : bytes <= _limit)
            return _limit;
        return Utf8.CodePoints(slice.Bytes, slice.Start, slice.End);
    }
}

internal sealed class PatternKeyword(JsonValue value, Pattern pattern) : Keyword("pattern", value)
{
    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var matches = pattern.IsMatch(evaluation.Instance.SliceOf(instance), evaluation.Scratch);
        if (matches == true || !evaluation.Collects)
            return matches == true;
        return matches is null
                ? evaluation.Fail(instance, Value, Name, "schema.pattern-timeout", Shown.Shortened(pattern.Text))
            : Described.Title(Owner) is { } title && Described.Description(Owner) is { } description
                ? evaluation.Fail(
                    instance,
                    Value,
                    Name,
                    Described.Example(Owner) is null ? "schema.pattern#described" : "schema.pattern#example",
                    Shown.Of(evaluation.ValueAt(instance)),
                    title,
                    description,
                    Described.Example(Owner) ?? ""
                )
            : evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.pattern",
                Shown.Of(evaluation.ValueAt(instance)),
                Shown.Shortened(pattern.Text)
            );
    }
}

internal sealed class FormatKeyword(JsonValue value, string format, Format check) : Keyword("format", value)
{
    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        check(evaluation.Instance.SliceOf(instance), evaluation.Scratch)
        || (
            evaluation.Collects
            && evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.format",
                Shown.Of(evaluation.ValueAt(instance)),
                InWords(format)
            )
        );

    private static object InWords(string format) =>
        SchemaCompiler.Messages.Find("schema.format." + format, MessageLanguage.Japanese) is null
            ? format
            : SchemaCompiler.Messages.Message("schema.format." + format);
}

internal sealed class UniqueItemsKeyword(JsonValue value) : Keyword("uniqueItems", value)
{
    // Up to here comparing every pair is cheaper than hashing.
    private const int Few = 8;

    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (text, nodes, count) = (evaluation.Instance, evaluation.Nodes, evaluation.Nodes[instance].Count);
        if (count < 2)
            return true;
        var (first, second) =
            count <= Few
                ? PairByComparing(text, nodes, instance)
                : PairByHashing(evaluation, text, nodes, instance, count);
        return first < 0
            || (
                evaluation.Collects
                && evaluation.Fail(
                    second,
                    Value,
                    Name,
                    "schema.uniqueitems",
                    Shown.Of(evaluation.ValueAt(second)),
                    Position(nodes, instance, first)
                )
            );
    }

    private static (int First, int Second) PairByComparing(JsonText text, JsonText.Node[] nodes, int instance)
    {
        for (var later = nodes[instance + 1].Next; later < nodes[instance].Next; later = nodes[later].Next)
        for (var earlier = instance + 1; earlier < later; earlier = nodes[earlier].Next)
            if (JsonEquality.Equal(text, earlier, text, later))
                return (earlier, later);
        return (-1, -1);
    }

    private static (int First, int Second) PairByHashing(
        Evaluation evaluation,
        JsonText text,
        JsonText.Node[] nodes,
        int instance,
        int count
    )
    {
        var size = 32;
        while (size < count * 2)
            size *= 2;
        // Two slots for each item: its index, and its hash, so that most others need no comparing.
        var slots = evaluation.Scratch.Slots(size * 2);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next)
        {
            var hash = JsonEquality.Hash(text, item);
            var slot = hash & (size - 1);
            for (; slots[slot * 2] != 0; slot = (slot + 1) & (size - 1))
                if (slots[(slot * 2) + 1] == hash && JsonEquality.Equal(text, slots[slot * 2], text, item))
                    return (slots[slot * 2], item);
            (slots[slot * 2], slots[(slot * 2) + 1]) = (item, hash);
        }

        return (-1, -1);
    }

    // From 1, as people count.
    private static int Position(JsonText.Node[] nodes, int container, int item)
    {
        var position = 1;
        for (var at = container + 1; at < item; at = nodes[at].Next)
            position++;
        return position;
    }
}

internal sealed class DependentRequiredKeyword(string name, JsonValue value) : Keyword(name, value)
{
    private readonly (SchemaString Name, SchemaString[] Needs)[] _dependencies = value
        .Members()
        .Where(m => m.Value.Kind == JsonKind.Array)
        .Select(m =>
            (
                new SchemaString(m.Name),
                m.Value.Items()
                    .Where(i => i.Kind == JsonKind.String)
                    .Select(i => new SchemaString(i.GetString()))
                    .ToArray()
            )
        )
        .ToArray();

    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var (name, needs) in _dependencies)
        {
            if (name.FindName(evaluation.Instance, instance) < 0)
                continue;
            foreach (var need in needs)
            {
                if (need.FindName(evaluation.Instance, instance) >= 0)
                    continue;
                if (!evaluation.Collects)
                    return false;
                valid = evaluation.Fail(instance, Value, Name, "schema.dependentrequired", name.Text, need.Text);
            }
        }

        return valid;
    }
}

/// <summary>What a schema says of itself to people.</summary>
internal static class Described
{
    public static string? Title(JsonValue schema) => Text(schema, "title");

    public static string? Description(JsonValue schema) => Text(schema, "description");

    public static string? Example(JsonValue schema) =>
        schema.TryGetMember("examples", out var examples)
        && examples.Items().FirstOrDefault() is { Text: not null } example
            ? Shown.Of(example)
            : null;

    /// <summary>The schema of a member: in the schema itself, or in the nearest one around it that knows the member.</summary>
    public static JsonValue? Property(JsonValue schema, string name)
    {
        for (var index = schema.Index; ; index = schema.Text.Nodes[index].Parent)
        {
            var around = new JsonValue(schema.Text, index);
            if (
                around.TryGetMember("properties", out var properties) && properties.TryGetMember(name, out var property)
            )
                return property;
            if (index == 0)
                return null;
        }
    }

    private static string? Text(JsonValue schema, string member) =>
        schema.TryGetMember(member, out var text) && text.Kind == JsonKind.String ? text.GetString() : null;
}

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
