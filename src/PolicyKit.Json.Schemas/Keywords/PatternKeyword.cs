namespace PolicyKit.Json.Schemas;

internal sealed class PatternKeyword(JsonValue value, Pattern pattern) : Keyword("pattern", value)
{
    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var matches = pattern.IsMatch(evaluation.Instance.SliceOf(instance), evaluation.Scratch);
        if (matches == true || !evaluation.Collects)
            return matches == true;
        return matches is null
                ? evaluation.Fail(instance, Value, Name, "schema.pattern-timeout", Shown.Shortened(pattern.Text))
            : Described.Title(Owner) is { } title && Described.Description(Owner) is { } description
                ? evaluation.Fail(
                    instance,
                    Value,
                    Name,
                    Described.Example(Owner) is null ? "schema.pattern#described" : "schema.pattern#example",
                    Shown.Of(evaluation.ValueAt(instance)),
                    title,
                    description,
                    Described.Example(Owner) ?? ""
                )
            : evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.pattern",
                Shown.Of(evaluation.ValueAt(instance)),
                Shown.Shortened(pattern.Text)
            );
    }
}
