namespace PolicyKit.Json.Schemas;

internal sealed class PropertyNamesKeyword(JsonValue value, SchemaNode schema) : Keyword("propertyNames", value)
{
    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, valid) = (evaluation.Nodes, true);
        // A member's name is a string of its own in the instance.
        for (var name = instance + 1; name < nodes[instance].Next; name = nodes[name + 1].Next)
        {
            if (evaluation.EvaluateChild(schema, name))
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}
