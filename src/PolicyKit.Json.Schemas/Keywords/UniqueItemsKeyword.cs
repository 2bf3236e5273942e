namespace PolicyKit.Json.Schemas;

internal sealed class UniqueItemsKeyword(JsonValue value) : Keyword("uniqueItems", value)
{
    // Up to here comparing every pair is cheaper than hashing.
    private const int Few = 8;

    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (text, nodes, count) = (evaluation.Instance, evaluation.Nodes, evaluation.Nodes[instance].Count);
        if (count < 2)
            return true;
        var (first, second) =
            count <= Few
                ? PairByComparing(text, nodes, instance)
                : PairByHashing(evaluation, text, nodes, instance, count);
        return first < 0
            || (
                evaluation.Collects
                && evaluation.Fail(
                    second,
                    Value,
                    Name,
                    "schema.uniqueitems",
                    evaluation.Subject(second),
                    Position(nodes, instance, first)
                )
            );
    }

    private static (int First, int Second) PairByComparing(JsonText text, JsonText.Node[] nodes, int instance)
    {
        for (var later = nodes[instance + 1].Next; later < nodes[instance].Next; later = nodes[later].Next)
        for (var earlier = instance + 1; earlier < later; earlier = nodes[earlier].Next)
            if (JsonEquality.Equal(text, earlier, text, later))
                return (earlier, later);
        return (-1, -1);
    }

    private static (int First, int Second) PairByHashing(
        Evaluation evaluation,
        JsonText text,
        JsonText.Node[] nodes,
        int instance,
        int count
    )
    {
        var size = 32;
        while (size < count * 2)
            size *= 2;
        // Two slots for each item: its index, and its hash, so that most others need no comparing.
        var slots = evaluation.Scratch.Slots(size * 2);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next)
        {
            var hash = JsonEquality.Hash(text, item);
            var slot = hash & (size - 1);
            for (; slots[slot * 2] != 0; slot = (slot + 1) & (size - 1))
                if (slots[(slot * 2) + 1] == hash && JsonEquality.Equal(text, slots[slot * 2], text, item))
                    return (slots[slot * 2], item);
            (slots[slot * 2], slots[(slot * 2) + 1]) = (item, hash);
        }

        return (-1, -1);
    }

    // From 1, as people count.
    private static int Position(JsonText.Node[] nodes, int container, int item)
    {
        var position = 1;
        for (var at = container + 1; at < item; at = nodes[at].Next)
            position++;
        return position;
    }
}
