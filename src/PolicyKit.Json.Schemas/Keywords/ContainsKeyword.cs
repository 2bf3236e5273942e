namespace PolicyKit.Json.Schemas;

internal sealed class ContainsKeyword(
    JsonValue value,
    SchemaNode schema,
    JsonValue? minimum,
    JsonValue? maximum,
    bool marks
) : Keyword("contains", value)
{
    private readonly JsonNumber _minimum = minimum is { Kind: JsonKind.Number } min
        ? JsonNumber.Of(min)
        : JsonNumber.Of(1);
    private readonly JsonNumber? _maximum = maximum is { Kind: JsonKind.Number } max ? JsonNumber.Of(max) : null;

    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, count) = (evaluation.Nodes, 0);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next)
        {
            if (!evaluation.Asks(schema, item, child: true))
                continue;
            count++;
            if (marks)
                evaluation.Mark(item);
        }

        var found = JsonNumber.Of(count);
        if (found.CompareTo(_minimum) < 0)
            return evaluation.Collects
                && evaluation.Fail(
                    instance,
                    minimum ?? Value,
                    minimum is null ? Name : "minContains",
                    "schema.contains",
                    evaluation.Name(instance),
                    count,
                    minimum?.RawText ?? "1"
                );
        return _maximum is not { } most
            || found.CompareTo(most) <= 0
            || (
                evaluation.Collects
                && evaluation.Fail(
                    instance,
                    maximum!.Value,
                    "maxContains",
                    "schema.maxcontains",
                    evaluation.Name(instance),
                    count,
                    maximum.Value.RawText
                )
            );
    }
}
