namespace PolicyKit.Json.Schemas;

internal sealed class Reference(string name, JsonValue value, SchemaNode target) : Keyword(name, value)
{
    public SchemaNode Target { get; } = target;

    public override IEnumerable<SchemaNode> InPlace => new[] { Target };

    public override IEnumerable<SchemaNode> Always => InPlace;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        evaluation.EvaluateReference(Name, Target, instance);
}
