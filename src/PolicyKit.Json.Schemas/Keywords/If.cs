namespace PolicyKit.Json.Schemas;

internal sealed class If(JsonValue value, SchemaNode condition, SchemaNode? then, SchemaNode? otherwise)
    : Keyword("if", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

    public override IEnumerable<SchemaNode> Always => new[] { condition };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        (evaluation.Asks(condition, instance) ? then : otherwise) is not { } next
        || evaluation.Evaluate(next, instance);
}
