namespace PolicyKit.Json.Schemas;

/// <summary>
/// A tuple of schemas for the first items and one for the rest: prefixItems and items, or in older drafts items and
/// additionalItems.
/// </summary>
internal sealed class ItemsKeyword(JsonValue value, SchemaNode[] tuple, SchemaNode? rest) : Keyword("items", value)
{
    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, tracks, valid, position) = (evaluation.Nodes, evaluation.Tracks, true, 0);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next, position++)
        {
            var schema = position < tuple.Length ? tuple[position] : rest;
            if (schema is null)
                break;
            if (!evaluation.EvaluateChild(schema, item))
            {
                if (!evaluation.Collects)
                    return false;
                valid = false;
            }

            if (tracks)
                evaluation.Mark(item);
        }

        return valid;
    }
}
