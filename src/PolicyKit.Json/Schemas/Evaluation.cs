namespace PolicyKit.Json.Schemas;

/// <summary>A compiled subschema: its keywords in the order in which they are evaluated.</summary>
internal sealed class SchemaNode(SchemaResource resource, JsonValue value)
{
    public SchemaResource Resource { get; } = resource;

    public JsonValue Value { get; } = value;

    /// <summary>The value of a boolean schema; null for an object.</summary>
    public bool? Constant { get; set; }

    public Keyword[] Keywords { get; set; } = Array.Empty<Keyword>();
}

/// <summary>One keyword of one schema.</summary>
internal abstract class Keyword(string name, JsonValue value)
{
    public string Name { get; } = name;

    public JsonValue Value { get; } = value;

    /// <summary>Whether the instance at an index satisfies the keyword. Marks from <paramref name="frame"/> on are those of the schema that it stands in.</summary>
    public abstract bool Evaluate(Evaluation evaluation, int instance, int frame);
}

/// <summary>
/// One evaluation of one instance. Evaluated children are marked on a stack: a subschema that fails takes its marks back,
/// and <c>unevaluated…</c> sees exactly those of its own schema.
/// </summary>
internal sealed class Evaluation(JsonText instance, bool tracksEvaluated, List<SchemaError>? errors)
{
    // A schema that refers to itself without consuming the instance would go on for ever; no honest one is this deep.
    private const int MaxDepth = 1_500;

    private readonly Stack<SchemaResource> _scope = new();
    private int[] _marks = new int[tracksEvaluated ? 64 : 0];
    private int _markCount;
    private int _depth;
    private List<SchemaError>? _errors = errors;

    public JsonText.Node[] Nodes { get; } = instance.Nodes;

    public JsonText Instance { get; } = instance;

    public bool TracksEvaluated { get; } = tracksEvaluated;

    /// <summary>Whether errors are being collected; if not, the first one ends the evaluation.</summary>
    public bool Collects => _errors is not null;

    /// <summary>The resources entered on the way here, outermost last.</summary>
    public IEnumerable<SchemaResource> DynamicScope => _scope;

    public JsonValue ValueAt(int index) => new(Instance, index);

    public bool Evaluate(SchemaNode schema, int index)
    {
        if (schema.Constant is { } constant) return constant || Fail(index, schema.Value, "false", "schema.false");
        if (_depth >= MaxDepth) return Fail(index, schema.Value, "$ref", "schema.endless");
        _depth++;
        var entered = _scope.Count == 0 || _scope.Peek() != schema.Resource;
        if (entered) _scope.Push(schema.Resource);
        var (frame, valid) = (_markCount, true);
        foreach (var keyword in schema.Keywords)
        {
            if (keyword.Evaluate(this, index, frame)) continue;
            valid = false;
            if (_errors is null) break;
        }

        if (!valid) _markCount = frame;
        if (entered) _scope.Pop();
        _depth--;
        return valid;
    }

    /// <summary>Evaluates a child of the instance; the child's own marks are of no concern outside it.</summary>
    public bool EvaluateChild(SchemaNode schema, int child)
    {
        var frame = _markCount;
        var valid = Evaluate(schema, child);
        _markCount = frame;
        return valid;
    }

    /// <summary>Evaluates without reporting: for keywords that only ask.</summary>
    public bool Asks(SchemaNode schema, int index, bool child = false)
    {
        var errors = _errors;
        _errors = null;
        var valid = child ? EvaluateChild(schema, index) : Evaluate(schema, index);
        _errors = errors;
        return valid;
    }

    /// <summary>The errors of a schema on an instance, without reporting them; its marks are kept only when there are none.</summary>
    public List<SchemaError> ErrorsOf(SchemaNode schema, int index)
    {
        var (outer, own) = (_errors, new List<SchemaError>());
        _errors = own;
        Evaluate(schema, index);
        _errors = outer;
        return own;
    }

    public void Report(IEnumerable<SchemaError> errors) => _errors?.AddRange(errors);

    public void Mark(int child)
    {
        if (!TracksEvaluated) return;
        if (_markCount == _marks.Length) Array.Resize(ref _marks, _markCount * 2);
        _marks[_markCount++] = child;
    }

    public bool IsMarked(int child, int frame) => Array.IndexOf(_marks, child, frame, _markCount - frame) >= 0;

    public int MarkCount
    {
        get => _markCount;
        set => _markCount = value;
    }

    public bool Fail(int index, JsonValue schema, string keyword, string key, params object[] arguments)
    {
        _errors?.Add(new SchemaError(ValueAt(index), schema, keyword, SchemaCompiler.Messages.Message(key, arguments)));
        return false;
    }
}
