namespace PolicyKit.Json.Schemas;

internal sealed class DependentRequiredKeyword(string name, JsonValue value) : Keyword(name, value)
{
    private readonly (SchemaString Name, SchemaString[] Needs)[] _dependencies = value
        .Members()
        .Where(m => m.Value.Kind == JsonKind.Array)
        .Select(m =>
            (
                new SchemaString(m.Name),
                m.Value.Items()
                    .Where(i => i.Kind == JsonKind.String)
                    .Select(i => new SchemaString(i.GetString()))
                    .ToArray()
            )
        )
        .ToArray();

    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var (name, needs) in _dependencies)
        {
            if (name.FindName(evaluation.Instance, instance) < 0)
                continue;
            foreach (var need in needs)
            {
                if (need.FindName(evaluation.Instance, instance) >= 0)
                    continue;
                if (!evaluation.Collects)
                    return false;
                valid = evaluation.Fail(instance, Value, Name, "schema.dependentrequired", name.Text, need.Text);
            }
        }

        return valid;
    }
}
