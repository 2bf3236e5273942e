namespace PolicyKit.Json.Schemas.Keywords;

/// <summary>properties, patternProperties, additionalProperties and required: one look at each member answers all four.</summary>
internal sealed class PropertiesKeyword : Keyword
{
    // What is required is a bit for each name; a schema that requires more than 64 has a further keyword for the rest.
    public const int MaxRequired = 64;

    private readonly NameTable _names;
    private readonly Entry[] _entries;
    private readonly PatternSchema[] _patterns;
    private SchemaNode? _additional;
    private string _additionalKeyword = "additionalProperties";
    private readonly JsonValue? _required;
    private readonly ulong _allRequired;
    private readonly int _requiredCount;
    private readonly JsonValue _schema;

    public PropertiesKeyword(
        JsonValue schema,
        JsonValue value,
        List<NamedSchema> properties,
        PatternSchema[] patterns,
        SchemaNode? additional,
        JsonValue? required,
        IReadOnlyList<string> requiredNames
    )
        : base("properties", value)
    {
        (_schema, _patterns, _additional, _required, _requiredCount) = (
            schema,
            patterns,
            additional,
            required,
            requiredNames.Count
        );
        _names = new NameTable(properties.Select(p => p.Name).Concat(requiredNames).Distinct().ToList());
        _entries = new Entry[_names.Count];
        foreach (var property in properties)
            _entries[_names.IndexOf(property.Name)].Schema = property.Schema;
        for (var bit = 0; bit < requiredNames.Count; bit++)
            _entries[_names.IndexOf(requiredNames[bit])].Bit = 1UL << bit;
        _allRequired = requiredNames.Count == MaxRequired ? ulong.MaxValue : (1UL << requiredNames.Count) - 1;
    }

    public override int Kinds => Of(JsonKind.Object);

    /// <summary>The names that have a schema here.</summary>
    public IEnumerable<string> Names =>
        Enumerable.Range(0, _names.Count).Where(i => _entries[i].Schema is not null).Select(i => _names[i]);

    /// <summary>Whether members beyond the names are looked at too.</summary>
    public bool LooksBeyondNames => _additional is not null || _patterns.Length > 0;

    /// <summary>Takes over what unevaluatedProperties says, where nothing but these names can have been evaluated.</summary>
    public void CloseWith(SchemaNode schema, string keyword) => (_additional, _additionalKeyword) = (schema, keyword);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (text, nodes, seen, valid) = (evaluation.Instance, evaluation.Nodes, 0UL, true);
        var (collects, tracks) = (evaluation.Collects, evaluation.Tracks);
        if (nodes[instance].Count < _requiredCount && !collects)
            return false;
        var end = nodes[instance].Next;
        for (var at = instance + 1; at < end; at = nodes[at + 1].Next)
        {
            var matched = false;
            var entry = _names.Find(text, at);
            if (entry >= 0)
            {
                seen |= _entries[entry].Bit;
                if (_entries[entry].Schema is { } schema)
                {
                    matched = true;
                    // Most members are only asked for their type: that needs no call.
                    if (
                        (collects || ((schema.Fast.Settled >> (int)nodes[at + 1].Kind) & 1) == 0)
                        && !evaluation.EvaluateChild(schema, at + 1)
                    )
                        valid = false;
                }
            }

            if (_patterns.Length > 0)
                MatchPatterns(evaluation, text, at, ref matched, ref valid);
            if (!matched && _additional is not null)
            {
                matched = true;
                if (!Additional(evaluation, at))
                    valid = false;
            }

            if (!valid && !collects)
                return false;
            if (matched && tracks)
                evaluation.Mark(at + 1);
        }

        if ((seen & _allRequired) == _allRequired)
            return valid;
        return collects && Missing(evaluation, instance, seen);
    }

    private void MatchPatterns(Evaluation evaluation, JsonText text, int at, ref bool matched, ref bool valid)
    {
        var name = text.SliceOf(at);
        foreach (var pattern in _patterns)
        {
            if (pattern.Pattern.IsMatch(name, evaluation.Scratch) != true)
                continue;
            matched = true;
            if (!evaluation.EvaluateChild(pattern.Schema, at + 1))
                valid = false;
        }
    }

    private bool Additional(Evaluation evaluation, int at)
    {
        if (_additional!.Kinds != SchemaNode.NoKinds || _additional.Type is not null || evaluation.IsExhaustive)
            return evaluation.EvaluateChild(_additional, at + 1);
        return evaluation.Collects && Strangers.Fail(evaluation, at, _additional.Value, _additionalKeyword, Names);
    }

    private bool Missing(Evaluation evaluation, int instance, ulong seen)
    {
        // In the order in which the schema asks for them.
        for (var bit = 0; bit < _requiredCount; bit++)
        {
            var name = Array.FindIndex(_entries, e => e.Bit == 1UL << bit);
            if (name >= 0 && (seen & (1UL << bit)) == 0)
                RequiredKeyword.Fail(evaluation, instance, _required!.Value, _names[name], _schema);
        }

        return false;
    }

    private struct Entry
    {
        public SchemaNode? Schema;
        public ulong Bit;
    }
}

/// <summary>required beyond what <see cref="PropertiesKeyword"/> can hold.</summary>
internal sealed class RequiredKeyword(JsonValue schema, JsonValue value, IEnumerable<string> names)
    : Keyword("required", value)
{
    private readonly SchemaString[] _names = Array.ConvertAll(names.ToArray(), n => new SchemaString(n));

    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var name in _names)
        {
            if (name.FindName(evaluation.Instance, instance) >= 0)
                continue;
            if (!evaluation.Collects)
                return false;
            valid = Fail(evaluation, instance, Value, name.Text, schema);
        }

        return valid;
    }

    /// <summary>A member is missing: its title and description say what it is, where the schema gives them.</summary>
    public static bool Fail(Evaluation evaluation, int instance, JsonValue required, string name, JsonValue schema) =>
        Described.Property(schema, name) is not { } property || Described.Title(property) is not { } title
            ? evaluation.Fail(instance, required, "required", "schema.required", name)
        : Described.Description(property) is { } description
            ? evaluation.Fail(instance, required, "required", "schema.required#described", name, title, description)
        : evaluation.Fail(instance, required, "required", "schema.required#titled", name, title);
}

/// <summary>unevaluatedProperties and unevaluatedItems: what no keyword beside or beneath them has looked at.</summary>
internal sealed class Unevaluated(string name, JsonValue value, JsonKind kind, SchemaNode schema, SchemaNode owner)
    : Keyword(name, value)
{
    public SchemaNode Schema { get; } = schema;

    public override int Kinds => Of(kind);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, valid, isObject) = (evaluation.Nodes, true, kind == JsonKind.Object);
        for (var at = instance + 1; at < nodes[instance].Next; at = nodes[isObject ? at + 1 : at].Next)
        {
            var child = isObject ? at + 1 : at;
            if (evaluation.IsMarked(child, frame))
                continue;
            if (!Holds(evaluation, at, child, isObject))
            {
                if (!evaluation.Collects)
                    return false;
                valid = false;
            }

            evaluation.Mark(child);
        }

        return valid;
    }

    private bool Holds(Evaluation evaluation, int at, int child, bool isObject)
    {
        if (Schema.Kinds != SchemaNode.NoKinds || Schema.Type is not null || evaluation.IsExhaustive)
            return evaluation.EvaluateChild(Schema, child);
        if (!evaluation.Collects)
            return false;
        return isObject
            ? Strangers.Fail(evaluation, at, Value, Name, KnownNames(owner, new HashSet<SchemaNode>()))
            : evaluation.Fail(at, Value, Name, "schema.additional-item");
    }

    private static IEnumerable<string> KnownNames(SchemaNode schema, HashSet<SchemaNode> seen) =>
        !seen.Add(schema)
            ? Enumerable.Empty<string>()
            : schema.Keywords.SelectMany(k =>
                k is PropertiesKeyword p ? p.Names : k.InPlace.SelectMany(s => KnownNames(s, seen))
            );
}

/// <summary>
/// Most schemas close themselves with <c>unevaluatedProperties: false</c> and name every member themselves. There it says what additionalProperties would,
/// and nothing needs to be marked while an instance is judged.
/// </summary>
internal static class Closing
{
    public static void Apply(SchemaNode node)
    {
        if (
            !node.TracksEvaluated
            || Array.Find(node.Keywords, k => k is PropertiesKeyword) is not PropertiesKeyword own
            || own.LooksBeyondNames
        )
            return;
        if (
            Array.Find(node.Keywords, k => k is Unevaluated && k.Name == "unevaluatedProperties")
            is not Unevaluated unevaluated
        )
            return;
        var names = new HashSet<string>(own.Names, StringComparer.Ordinal);
        foreach (var keyword in node.Keywords)
            if (keyword != own && keyword != unevaluated && !IsWithin(keyword, names, new HashSet<SchemaNode>()))
                return;
        own.CloseWith(unevaluated.Schema, unevaluated.Name);
        var rest = Array.FindAll(node.Keywords, k => k != unevaluated);
        node.Set(rest);
        node.TracksEvaluated = Array.Exists(rest, k => k is Unevaluated);
    }

    // Whether a keyword evaluates no member beyond the names.
    private static bool IsWithin(Keyword keyword, HashSet<string> names, HashSet<SchemaNode> seen)
    {
        if (keyword is DynamicReference or RecursiveReference)
            return false;
        if (keyword is Unevaluated)
            return keyword.Name != "unevaluatedProperties";
        if (keyword is PropertiesKeyword properties)
            return !properties.LooksBeyondNames && names.IsSupersetOf(properties.Names);
        foreach (var schema in keyword.InPlace)
        {
            if (!seen.Add(schema))
                continue;
            foreach (var inner in schema.Keywords)
                if (!IsWithin(inner, names, seen))
                    return false;
        }

        return true;
    }
}

/// <summary>A member that nothing allows: often a known one, misspelled.</summary>
internal static class Strangers
{
    public static bool Fail(Evaluation evaluation, int at, JsonValue schema, string keyword, IEnumerable<string> known)
    {
        var (owner, name) = (
            evaluation.ValueAt(evaluation.Nodes[at].Parent),
            evaluation.Instance.Decode(evaluation.Nodes[at])
        );
        var free = known
            .Distinct()
            .Where(n => !owner.TryGetMember(n, out _))
            .OrderBy(n => n, StringComparer.Ordinal)
            .ToList();
        if (Nearest.Find(name, free) is { } nearest)
            return evaluation.Fail(at, schema, keyword, "schema.additional#nearest", name, nearest);
        return free.Count is > 0 and <= 40
            ? evaluation.Fail(at, schema, keyword, "schema.additional#known", name, string.Join(", ", free))
            : evaluation.Fail(at, schema, keyword, "schema.additional", name);
    }
}
