namespace PolicyKit.Json.Schemas;

/// <summary>One keyword of one schema.</summary>
internal abstract class Keyword(string name, JsonValue value)
{
    public string Name { get; } = name;

    public JsonValue Value { get; } = value;

    /// <summary>The schema object that it stands in.</summary>
    public JsonValue Owner => new(Value.Text, Value.Text.Nodes[Value.Index].Parent);

    /// <summary>The kinds of value that it has a say on, a bit for each.</summary>
    public virtual int Kinds => SchemaNode.AllKinds;

    /// <summary>The schemas that it applies to the very same value.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => Enumerable.Empty<SchemaNode>();

    /// <summary>Those of them that are evaluated whatever the value is.</summary>
    public virtual IEnumerable<SchemaNode> Always => Enumerable.Empty<SchemaNode>();

    /// <summary>
    /// Whether the instance at an index satisfies the keyword. Marks from <paramref name="frame"/> on are those of the
    /// schema that it stands in.
    /// </summary>
    public abstract bool Evaluate(Evaluation evaluation, int instance, int frame);

    protected static int Of(JsonKind kind) => 1 << (int)kind;
}
