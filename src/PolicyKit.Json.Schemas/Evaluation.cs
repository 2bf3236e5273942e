using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// One evaluation of one instance. Evaluated children are marked on a stack: a subschema that fails takes its marks
/// back,
/// and <c>unevaluated…</c> sees exactly those of its own schema. Its memory is kept for the next evaluation on the
/// same thread.
/// </summary>
internal sealed class Evaluation
{
    // A schema that refers to itself without consuming the instance would go on for ever; no honest one is this deep.
    private const int MaxDepth = 1_500;

    [ThreadStatic]
    private static Evaluation? _idle;

    private SchemaResource[] _scope = new SchemaResource[16];
    private int _scopeCount;
    private bool _tracksScope;
    private bool _tracking;
    private (int Child, int Before)[] _marks = Array.Empty<(int, int)>();
    private int[] _markOf = Array.Empty<int>();
    private int _markCount;
    private int _depth;
    private EvaluationSink? _sink;
    private string _path = "";
    private string? _via;
    private SchemaNode? _current;
    private int _titledIndex = -1;
    private string? _title;

    public JsonText Instance { get; private set; } = null!;

    public JsonText.Node[] Nodes { get; private set; } = null!;

    /// <summary>Whether errors are being collected; if not, the first one ends the evaluation.</summary>
    public bool Collects => _sink is not null;

    public bool IsExhaustive => _sink is { IsExhaustive: true };

    /// <summary>Whether evaluated children of the present value are being marked.</summary>
    public bool Tracks => _tracking;

    /// <summary>The resources entered on the way here, outermost first.</summary>
    public ReadOnlyScope DynamicScope => new(_scope, _scopeCount);

    /// <summary>Memory for keywords that need some; what is in it is of the last use.</summary>
    public Scratch Scratch { get; } = new();

    public static bool Run(SchemaNode root, JsonValue instance, bool tracksScope, EvaluationSink? sink)
    {
        var evaluation = _idle ?? new Evaluation();
        _idle = null;
        (evaluation.Instance, evaluation.Nodes, evaluation._tracksScope, evaluation._sink) = (
            instance.Text,
            instance.Text.Nodes,
            tracksScope,
            sink
        );
        var valid = evaluation.Evaluate(root, instance.Index);
        evaluation.ReturnTo(0);
        (evaluation.Instance, evaluation.Nodes, evaluation._sink, evaluation._path, evaluation._current) = (
            null!,
            null!,
            null,
            "",
            null
        );
        _idle = evaluation;
        return valid;
    }

    /// <summary>Whether nothing more is told: what costs to be said need not be worked out.</summary>
    public bool IsFull => _sink is { IsFull: true };

    /// <summary>What is known of an object while its strangers are told: made once for all of them.</summary>
    public Dictionary<(int Owner, int Schema), IReadOnlyList<string>> FreeNames => _sink!.FreeNames;

    /// <summary>A value as messages show it.</summary>
    public string Show(JsonValue value) => Shown.Of(value, _sink?.Mask);

    /// <summary>A text of the instance as messages show it.</summary>
    public string Show(string text) => Shown.Shortened(_sink?.Mask is { } mask ? mask(text) : text);

    /// <summary>The value at an index and what it is.</summary>
    public LocalizedMessage Subject(int index) => Wording.Subject(ValueAt(index), TitleAt(index), _sink?.Mask);

    /// <summary>The place of the value at an index and what it is.</summary>
    public LocalizedMessage Name(int index) => Wording.Name(ValueAt(index), TitleAt(index));

    /// <summary>How a string becomes right, where a change of width, white space or case does it.</summary>
    public LocalizedMessage? Mend(int index, Func<string, bool> isRight) =>
        ValueAt(index) is { Kind: JsonKind.String } value ? Remedies.Of(value.GetString(), isRight, _sink?.Mask) : null;

    public JsonValue ValueAt(int index) => new(Instance, index);

    public bool Evaluate(SchemaNode schema, int index)
    {
        if (_sink is not null)
            return EvaluateAndReport(schema, index);
        schema = schema.Fast;
        ref readonly var node = ref Nodes[index];
        if (((schema.Settled >> (int)node.Kind) & 1) != 0)
            return true;
        if (((schema.Kinds >> (int)node.Kind) & 1) == 0)
            return false;
        if (schema.IntegersOnly && node.Kind == JsonKind.Number && !IsInteger(schema, index))
            return false;
        var keywords = schema.ByKind[(int)node.Kind];
        return keywords.Length == 0 || EvaluateKeywords(schema, keywords, index);
    }

    /// <summary>Evaluates a child of the instance; the child's own marks are of no concern outside it.</summary>
    public bool EvaluateChild(SchemaNode schema, int child)
    {
        if (!_tracking)
            return Evaluate(schema, child);
        _tracking = false;
        var valid = Evaluate(schema, child);
        _tracking = true;
        return valid;
    }

    /// <summary>Evaluates the target of a reference: its path leads through the keyword.</summary>
    public bool EvaluateReference(string keyword, SchemaNode target, int index)
    {
        if (IsExhaustive)
            _via = keyword;
        return Evaluate(target, index);
    }

    /// <summary>
    /// Evaluates without reporting: for keywords that only ask. What a schema that holds annotates is kept where
    /// annotations are.
    /// </summary>
    public bool Asks(SchemaNode schema, int index, bool child = false, bool annotates = true)
    {
        var (outer, marks) = (_sink, _markCount);
        var own =
            outer is { IsExhaustive: true } && annotates
                ? new EvaluationSink(outer.MaxErrors, isExhaustive: true, outer.Mask)
                : null;
        _sink = own;
        var valid = child ? EvaluateChild(schema, index) : Evaluate(schema, index);
        _sink = outer;
        if (!valid)
            ReturnTo(marks);
        else if (own is not null)
            outer!.Annotations.AddRange(own.Annotations);
        return valid;
    }

    /// <summary>The errors of a schema on an instance, without reporting them.</summary>
    public List<SchemaError> ErrorsOf(SchemaNode schema, int index)
    {
        var (outer, own) = (_sink!, new EvaluationSink(_sink!.MaxErrors, _sink.IsExhaustive, _sink.Mask));
        _sink = own;
        Evaluate(schema, index);
        _sink = outer;
        return own.Errors;
    }

    public void Report(IEnumerable<SchemaError> errors) => _sink?.Errors.AddRange(errors);

    public void Mark(int child)
    {
        if (!_tracking)
            return;
        if (_markOf.Length < Nodes.Length)
            Array.Resize(ref _markOf, Nodes.Length);
        if (_markCount == _marks.Length)
            Array.Resize(ref _marks, Math.Max(16, _markCount * 2));
        _marks[_markCount] = (child, _markOf[child]);
        _markOf[child] = ++_markCount;
    }

    public bool IsMarked(int child, int frame) => child < _markOf.Length && _markOf[child] > frame;

    public int MarkCount => _markCount;

    /// <summary>Takes back every mark but the first <paramref name="count"/>.</summary>
    public void ReturnTo(int count)
    {
        while (_markCount > count)
        {
            var (child, before) = _marks[--_markCount];
            _markOf[child] = before;
        }
    }

    public bool Fail(int index, JsonValue schema, string keyword, string key, params object[] arguments)
    {
        if (_sink is { IsFull: false })
            Add(new SchemaError(ValueAt(index), schema, keyword, SchemaCompiler.Messages.Message(key, arguments)));
        return false;
    }

    /// <summary>Reports a value that nothing allows to be there.</summary>
    /// <param name="index">The value.</param>
    /// <param name="schema">The value of the keyword.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="meant">The known member that it is likely to be, misspelled; null when there is none.</param>
    /// <param name="key">The message.</param>
    /// <param name="arguments">Its arguments.</param>
    public bool FailAsStranger(
        int index,
        JsonValue schema,
        string keyword,
        string? meant,
        string key,
        params object[] arguments
    )
    {
        if (_sink is null or { IsFull: true })
            return false;
        var message = SchemaCompiler.Messages.Message(key, arguments);
        Add(new SchemaError(ValueAt(index), schema, keyword, message) { IsStranger = true, Meant = meant });
        return false;
    }

    private void Add(SchemaError error) =>
        _sink!.Errors.Add(
            _sink.IsExhaustive
                ? error with
                {
                    EvaluationPath = error.Keyword == "false" ? _path : _path + "/" + error.Keyword,
                    Resource = _current!.Resource,
                }
                : error
        );

    private bool EvaluateKeywords(SchemaNode schema, Keyword[] keywords, int index)
    {
        if (_depth >= MaxDepth)
            return Fail(index, schema.Value, "$ref", "schema.endless");
        _depth++;
        var entered = _tracksScope && (_scopeCount == 0 || _scope[_scopeCount - 1] != schema.Resource);
        if (entered)
            Enter(schema.Resource);
        var (frame, tracked, valid) = (_markCount, _tracking, true);
        if (schema.TracksEvaluated)
            _tracking = true;
        foreach (var keyword in keywords)
        {
            if (keyword.Evaluate(this, index, frame))
                continue;
            valid = false;
            if (_sink is null or { IsFull: true })
                break;
        }

        _tracking = tracked;
        // While collecting, marks of what failed stay: the value is wrong already, and `unevaluated…` must not say it
        // a second time.
        if (_markCount > frame && (!tracked || (!valid && _sink is null)))
            ReturnTo(frame);
        if (entered)
            _scopeCount--;
        _depth--;
        return valid;
    }

    private bool EvaluateAndReport(SchemaNode schema, int index)
    {
        if (_sink!.IsFull)
            return false;
        var (outer, path, annotations) = (_current, _path, _sink.Annotations.Count);
        var (titledIndex, title) = (_titledIndex, _title);
        // The outermost title of a value names it best: that of the member, not that of the type it refers to.
        if (index != _titledIndex || _title is null)
            (_titledIndex, _title) = (index, TitleOf(schema));
        if (_sink.IsExhaustive)
            _path = _via is not null ? path + "/" + _via : path + Below(outer, schema);
        (_via, _current) = (null, schema);
        var valid = IsAllowed(schema, index) && EvaluateKeywords(schema, schema.ByKind[(int)Nodes[index].Kind], index);
        if (_sink.IsExhaustive)
        {
            if (valid)
                Annotate(schema, index);
            else
                _sink.Annotations.RemoveRange(annotations, _sink.Annotations.Count - annotations);
        }

        (_current, _path, _titledIndex, _title) = (outer, path, titledIndex, title);
        return valid;
    }

    private bool IsAllowed(SchemaNode schema, int index)
    {
        var kind = Nodes[index].Kind;
        if (
            ((schema.Kinds >> (int)kind) & 1) != 0
            && (!schema.IntegersOnly || kind != JsonKind.Number || IsInteger(schema, index))
        )
            return true;
        return schema.Type is { } type
            ? TypeKeyword.Fail(this, index, type)
            : Fail(index, schema.Value, "false", index == 0 ? "schema.false#whole" : "schema.false", Name(index));
    }

    // The published meta-schemas have titles that help nobody.
    private static string? TitleOf(SchemaNode schema) =>
        Dialect.AfterHost(schema.Resource.Uri) is null ? Described.Title(schema.Value) : null;

    private string? TitleAt(int index) => index == _titledIndex ? _title : null;

    // Draft 4 calls 1.0 no integer; later drafts look at the value.
    private bool IsInteger(SchemaNode schema, int index) =>
        (Nodes[index].Flags & JsonText.NodeFlags.IsPlainInteger) != 0
        || (schema.Resource.Dialect.Draft > SchemaDraft.Draft4 && JsonNumber.At(Instance, index).IsInteger);

    private void Enter(SchemaResource resource)
    {
        if (_scopeCount == _scope.Length)
            Array.Resize(ref _scope, _scopeCount * 2);
        _scope[_scopeCount++] = resource;
    }

    private void Annotate(SchemaNode schema, int index)
    {
        foreach (var member in schema.Value.Members())
            if (KeywordNames.IsAnnotation(member.Name, schema.Resource.Dialect.Draft))
                _sink!.Annotations.Add(
                    new SchemaAnnotation(
                        ValueAt(index),
                        member.Value,
                        _path + "/" + Escape(member.Name),
                        schema.Resource
                    )
                );
    }

    // The way from a schema to one that stands in it.
    private static string Below(SchemaNode? outer, SchemaNode schema) =>
        outer is null ? "" : schema.Value.Pointer.Substring(outer.Value.Pointer.Length);

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The resources on the way, as a view that allocates nothing.</summary>
    internal readonly struct ReadOnlyScope(SchemaResource[] resources, int count)
    {
        public int Count => count;

        public SchemaResource this[int index] => resources[index];
    }
}
