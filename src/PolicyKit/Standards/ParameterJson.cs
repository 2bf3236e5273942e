using PolicyKit.Json;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>The values of parameters as JSON.</summary>
internal static class ParameterJson
{
    /// <summary>The name of the parameter that a value stands for; null when it is an ordinary value.</summary>
    public static string? NameIn(JsonValue value) =>
        value.Kind == JsonKind.Object
        && value.Count == 1
        && value.TryGetMember("$parameter", out var name)
        && name.Kind == JsonKind.String
            ? name.GetString()
            : null;

    public static void Write(JsonWriter writer, ParameterScalar item)
    {
        if (item.Kind == ParameterScalarKind.Text)
            writer.Text(item.Text);
        else
            writer.Raw(item.Text);
    }

    public static string Of(ParameterValue value)
    {
        var items = value.Items.Select(item =>
        {
            var writer = new JsonWriter();
            Write(writer, item);
            return writer.ToString().TrimEnd('\n');
        });
        return value.IsList ? $"[{string.Join(",", items)}]" : items.Single();
    }
}
