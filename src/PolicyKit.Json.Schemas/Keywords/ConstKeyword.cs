namespace PolicyKit.Json.Schemas;

internal sealed class ConstKeyword(JsonValue value) : Keyword("const", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        JsonEquality.Equal(Value.Text, Value.Index, evaluation.Instance, instance)
        || (
            evaluation.Collects
            && evaluation.Fail(instance, Value, Name, "schema.const", evaluation.Subject(instance), Shown.Of(Value))
        );
}
