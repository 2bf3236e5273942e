using PolicyKit.Json;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Parameters and their values as JSON.</summary>
internal static class ParameterMaps
{
    // One value or a list of values, each a string, a number or a boolean, kept as it was written.
    public static readonly Codec<ParameterValue> Value = new(ReadValue, WriteValue);

    public static Parameter Parameter(ObjectMapper m, Parameter? p) =>
        new()
        {
            Id = m.Required("id", p?.Id, Named<ParameterId>()),
            Title = m.Required("title", p?.Title, Text),
            Value = m.Required("value", p?.Value, Value),
            Unit = m.Optional("unit", p?.Unit, Text),
            Stricter = m.Optional("stricter", p?.Stricter, Words<Stricter>()),
            Source = m.Required(
                "source",
                p?.Source,
                Object<ParameterSource>(
                    (s, value) =>
                        new ParameterSource(
                            s.Required("kind", value?.Kind, Words<ParameterSourceKind>()),
                            s.Optional("edition", value?.Edition, Text),
                            s.Optional("confirmed", value?.Confirmed, Flag) ?? false
                        )
                )
            ),
            ChangeableBy = m.Required("changeableBy", p?.ChangeableBy, Text),
            Sources = m.List("sources", p?.Sources, SourceMaps.Reference),
            SourceState = m.Optional("sourceState", p?.SourceState, Words<SourceState>()),
            SourceNote = m.Optional("sourceNote", p?.SourceNote, Text),
        };

    private static bool ReadValue(ReadContext context, JsonValue json, out ParameterValue value)
    {
        var (items, isList) = (new List<ParameterScalar>(), json.Kind == JsonKind.Array);
        value = null!;
        if (isList && json.Count == 0)
            return context.Wrong("read.empty-list", json);
        if (!isList && !ReadScalar(context, json, items))
            return false;
        foreach (var item in json.Items())
            if (!ReadScalar(context, item, items))
                return false;
        value = new ParameterValue(items.ToValueList(), isList);
        return true;
    }

    private static bool ReadScalar(ReadContext context, JsonValue json, List<ParameterScalar> items)
    {
        if (json.Kind is JsonKind.Null or JsonKind.Object or JsonKind.Array)
            return context.Wrong("read.bad-parameter-value", json);
        items.Add(
            json.Kind switch
            {
                JsonKind.String => new ParameterScalar(ParameterScalarKind.Text, json.GetString()),
                JsonKind.Number => new ParameterScalar(ParameterScalarKind.Number, json.RawText),
                _ => new ParameterScalar(ParameterScalarKind.Boolean, json.RawText),
            }
        );
        return true;
    }

    private static void WriteValue(JsonWriter writer, ParameterValue value)
    {
        if (value.IsList)
            writer.Open('[');
        foreach (var item in value.Items)
        {
            if (value.IsList)
                writer.Next();
            ParameterJson.Write(writer, item);
        }

        if (value.IsList)
            writer.Close(']');
    }
}
