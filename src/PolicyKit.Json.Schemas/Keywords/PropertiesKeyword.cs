namespace PolicyKit.Json.Schemas;

/// <summary>
/// properties, patternProperties, additionalProperties and required: one look at each member answers all four.
/// </summary>
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

    /// <summary>
    /// Takes over what unevaluatedProperties says, where nothing but these names can have been evaluated.
    /// </summary>
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
