namespace PolicyKit.Json.Schemas;

internal sealed class OneOf(JsonValue value, SchemaNode[] schemas) : Keyword("oneOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override IEnumerable<SchemaNode> Always => schemas;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var first = -1;
        for (var i = 0; i < schemas.Length; i++)
        {
            if (!evaluation.Asks(schemas[i], instance))
                continue;
            if (first >= 0)
                return evaluation.Collects
                    && evaluation.Fail(
                        instance,
                        Value,
                        Name,
                        "schema.oneof-several",
                        evaluation.Name(instance),
                        schemas.Length,
                        first + 1,
                        i + 1
                    );
            first = i;
        }

        return first >= 0 || Branches.Fail(evaluation, this, schemas, instance, "schema.oneof");
    }
}
