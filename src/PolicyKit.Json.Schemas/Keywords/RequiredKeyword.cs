namespace PolicyKit.Json.Schemas;

/// <summary>required beyond what <see cref="PropertiesKeyword"/> can hold.</summary>
internal sealed class RequiredKeyword(JsonValue schema, JsonValue value, IEnumerable<string> names)
    : Keyword("required", value)
{
    private readonly SchemaString[] _names = Array.ConvertAll(names.ToArray(), n => new SchemaString(n));

    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var name in _names)
        {
            if (name.FindName(evaluation.Instance, instance) >= 0)
                continue;
            if (!evaluation.Collects)
                return false;
            valid = Fail(evaluation, instance, Value, name.Text, schema);
        }

        return valid;
    }

    /// <summary>A member is missing: its title and description say what it is, where the schema gives them.</summary>
    public static bool Fail(Evaluation evaluation, int instance, JsonValue required, string name, JsonValue schema) =>
        Described.Property(schema, name) is not { } property || Described.Title(property) is not { } title
            ? evaluation.Fail(instance, required, "required", "schema.required", name)
        : Described.Description(property) is { } description
            ? evaluation.Fail(instance, required, "required", "schema.required#described", name, title, description)
        : evaluation.Fail(instance, required, "required", "schema.required#titled", name, title);
}
