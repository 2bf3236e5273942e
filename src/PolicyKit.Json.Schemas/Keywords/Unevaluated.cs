namespace PolicyKit.Json.Schemas;

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
            : evaluation.FailAsStranger(at, Value, Name, null, "schema.additional-item");
    }

    private static IEnumerable<string> KnownNames(SchemaNode schema, HashSet<SchemaNode> seen) =>
        !seen.Add(schema)
            ? Enumerable.Empty<string>()
            : schema.Keywords.SelectMany(k =>
                k is PropertiesKeyword p ? p.Names : k.InPlace.SelectMany(s => KnownNames(s, seen))
            );
}
