namespace PolicyKit.Json.Schemas;

/// <summary>
/// 2019-09: the outermost resource on the way here that says it may be recursed into, if the one referred to says so.
/// </summary>
internal sealed class RecursiveReference(JsonValue value, SchemaNode start, Func<SchemaResource, SchemaNode> rootOf)
    : Keyword("$recursiveRef", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { start };

    // Where the target may be another resource's, nobody knows before the evaluation.
    public override IEnumerable<SchemaNode> Always =>
        start.Resource.IsRecursiveAnchor ? Enumerable.Empty<SchemaNode>() : InPlace;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var target = start;
        if (start.Resource.IsRecursiveAnchor)
            for (var (i, scope) = (0, evaluation.DynamicScope); i < scope.Count; i++)
                if (scope[i].IsRecursiveAnchor)
                {
                    target = rootOf(scope[i]);
                    break;
                }

        return evaluation.EvaluateReference(Name, target, instance);
    }
}
