namespace PolicyKit.Json.Schemas;

internal sealed class DependentSchemas(string name, JsonValue value, List<NamedSchema> schemas) : Keyword(name, value)
{
    private readonly SchemaString[] _names = Array.ConvertAll(schemas.ToArray(), s => new SchemaString(s.Name));

    public override int Kinds => Of(JsonKind.Object);

    public override IEnumerable<SchemaNode> InPlace => schemas.Select(s => s.Schema);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        for (var i = 0; i < _names.Length; i++)
        {
            if (
                _names[i].FindName(evaluation.Instance, instance) < 0
                || evaluation.Evaluate(schemas[i].Schema, instance)
            )
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}
