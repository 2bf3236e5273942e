namespace PolicyKit.Json.Schemas;

/// <summary>multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum.</summary>
internal sealed class NumberKeyword(string name, JsonValue value, NumberRelation relation) : Keyword(name, value)
{
    private readonly JsonNumber _limit = JsonNumber.Of(value);

    public override int Kinds => Of(JsonKind.Number);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        Holds(JsonNumber.At(evaluation.Instance, instance))
        || (
            evaluation.Collects
            && evaluation.Fail(
                instance,
                Value,
                Name,
                "schema." + relation.ToString().ToLowerInvariant(),
                evaluation.Subject(instance),
                Shown.Of(Value)
            )
        );

    private bool Holds(JsonNumber number) =>
        relation switch
        {
            NumberRelation.MultipleOf => number.IsMultipleOf(_limit),
            NumberRelation.Minimum => number.CompareTo(_limit) >= 0,
            NumberRelation.Maximum => number.CompareTo(_limit) <= 0,
            NumberRelation.ExclusiveMinimum => number.CompareTo(_limit) > 0,
            _ => number.CompareTo(_limit) < 0,
        };
}
