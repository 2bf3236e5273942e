namespace PolicyKit.Json.Schemas;

internal sealed class AnyOf(JsonValue value, SchemaNode[] schemas) : Keyword("anyOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override IEnumerable<SchemaNode> Always => schemas.Take(1);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = false;
        foreach (var schema in schemas)
        {
            valid |= evaluation.Asks(schema, instance);
            // Every branch that holds marks, and annotates, what it evaluates.
            if (valid && !evaluation.Tracks && !evaluation.IsExhaustive)
                break;
        }

        return valid || Branches.Fail(evaluation, this, schemas, instance, "schema.anyof");
    }
}
