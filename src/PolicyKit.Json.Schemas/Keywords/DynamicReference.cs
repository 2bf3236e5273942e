namespace PolicyKit.Json.Schemas;

/// <summary>2020-12: the dynamic anchor of that name in the outermost resource on the way here that has one.</summary>
internal sealed class DynamicReference(JsonValue value, SchemaNode start, Func<SchemaResource, SchemaNode?> anchorOf)
    : Keyword("$dynamicRef", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { start };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        SchemaNode? target = null;
        for (var (i, scope) = (0, evaluation.DynamicScope); i < scope.Count && target is null; i++)
            target = anchorOf(scope[i]);
        return evaluation.EvaluateReference(Name, target ?? start, instance);
    }
}
