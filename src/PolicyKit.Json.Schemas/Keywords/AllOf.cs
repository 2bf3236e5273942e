namespace PolicyKit.Json.Schemas;

internal sealed class AllOf(JsonValue value, SchemaNode[] schemas) : Keyword("allOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override IEnumerable<SchemaNode> Always => schemas;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var schema in schemas)
        {
            if (evaluation.Evaluate(schema, instance))
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}
