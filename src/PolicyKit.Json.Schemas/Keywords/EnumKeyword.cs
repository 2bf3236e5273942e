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
        var nearest = found.Kind == JsonKind.String ? Nearest.Find(found.GetString(), Value.Strings()) : null;
        var all = string.Join(", ", Value.Items().Select(Shown.Of));
        return nearest is not null
            ? evaluation.Fail(found.Index, Value, Name, "schema.enum#nearest", Shown.Of(found), nearest, all)
            : evaluation.Fail(found.Index, Value, Name, "schema.enum", Shown.Of(found), all);
    }
}
