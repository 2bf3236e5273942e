using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

internal sealed class EnumKeyword : Keyword
{
    private readonly JsonValue[] _others;
    private readonly NameTable _strings;

    public EnumKeyword(JsonValue value)
        : base("enum", value)
    {
        _strings = new NameTable(value.Strings().Distinct().ToList());
        _others = new JsonValue[value.Count - value.Strings().Count];
        var other = 0;
        foreach (var item in value.Items())
            if (item.Kind != JsonKind.String)
                _others[other++] = item;
    }

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind == JsonKind.String)
        {
            if (_strings.Find(evaluation.Instance.SliceOf(instance)) >= 0)
                return true;
        }
        else
            foreach (var other in _others)
                if (JsonEquality.Equal(other.Text, other.Index, evaluation.Instance, instance))
                    return true;

        return evaluation.Collects && Fail(evaluation, evaluation.ValueAt(instance));
    }

    private bool Fail(Evaluation evaluation, JsonValue found)
    {
        if (Value.Count == 0)
            return evaluation.Fail(found.Index, Value, Name, "schema.enum#empty", evaluation.Subject(found.Index));
        var (subject, all) = (evaluation.Subject(found.Index), Wording.Values(Value, Owner));
        if (found.Kind == JsonKind.String && Wording.Meant(found.GetString(), Value, Owner) is { } meant)
            return evaluation.Fail(found.Index, Value, Name, "schema.enum#meant", subject, meant, all);
        if (found.Kind == JsonKind.String)
            return Nearest.Find(Remedies.Folded(found.GetString()).Trim(), Value.Strings()) is { } nearest
                ? evaluation.Fail(found.Index, Value, Name, "schema.enum#nearest", subject, nearest, all)
                : evaluation.Fail(found.Index, Value, Name, "schema.enum", subject, all);
        // YAML reads 2 as a number, and a class of confidentiality is none.
        return Value.Strings().Contains(found.WrittenText)
            ? evaluation.Fail(found.Index, Value, Name, "schema.enum#quote", subject, found.WrittenText, all)
            : evaluation.Fail(found.Index, Value, Name, "schema.enum", subject, all);
    }
}
