namespace PolicyKit.Json.Schemas;

internal sealed class Not(JsonValue value, SchemaNode schema) : Keyword("not", value)
{
    public override IEnumerable<SchemaNode> Always => new[] { schema };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var marks = evaluation.MarkCount;
        var holds = evaluation.Asks(schema, instance, annotates: false);
        evaluation.ReturnTo(marks);
        return !holds || (evaluation.Collects && Fail(evaluation, instance));
    }

    private bool Fail(Evaluation evaluation, int instance) =>
        (Described.Description(Value) ?? Described.Description(Owner)) is { } description
            ? evaluation.Fail(instance, Value, Name, "schema.not#described", evaluation.Subject(instance), description)
            : evaluation.Fail(instance, Value, Name, "schema.not", evaluation.Subject(instance));
}
