using System.Diagnostics.CodeAnalysis;
using System.Text;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>
/// A piece of JSON that stands in a file as data, for example a JSON Schema. Two are equal when they are written alike,
/// white space apart.
/// </summary>
public sealed record JsonFragment
{
    private JsonFragment(string text) => Text = text;

    /// <summary>The JSON text, without white space between its parts.</summary>
    public string Text { get; }

    /// <summary>Reads a fragment.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fragment">The fragment; null when the text is not JSON.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out JsonFragment? fragment)
    {
        fragment = text is not null && JsonText.Read(text) is { Error: null } json ? Of(json.Root) : null;
        return fragment is not null;
    }

    /// <summary>Reads a fragment.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static JsonFragment Parse(string text) =>
        TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var fragment)
            ? fragment
            : throw new FormatException("The text is not JSON");

    /// <summary>A value as a fragment.</summary>
    public static JsonFragment Of(JsonValue value)
    {
        var text = new StringBuilder();
        Append(text, value, replace: null);
        return new JsonFragment(text.ToString());
    }

    /// <summary>The text as JSON, each value put in the place of another where the function gives one.</summary>
    /// <param name="replace">JSON text in place of a value; null to leave it.</param>
    internal JsonText With(Func<JsonValue, string?> replace)
    {
        var text = new StringBuilder();
        Append(text, JsonText.Read(Text).Root, replace);
        return JsonText.Read(text.ToString());
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Text;

    private static void Append(StringBuilder text, JsonValue value, Func<JsonValue, string?>? replace)
    {
        if (replace?.Invoke(value) is { } other)
        {
            text.Append(other);
            return;
        }

        if (value.Kind is not (JsonKind.Object or JsonKind.Array))
        {
            text.Append(value.RawText);
            return;
        }

        var isFirst = true;
        text.Append(value.Kind == JsonKind.Object ? '{' : '[');
        if (value.Kind == JsonKind.Object)
            foreach (var member in value.Members())
            {
                if (!isFirst)
                    text.Append(',');
                isFirst = false;
                Quote(text, member.Name);
                text.Append(':');
                Append(text, member.Value, replace);
            }
        else
            foreach (var item in value.Items())
            {
                if (!isFirst)
                    text.Append(',');
                isFirst = false;
                Append(text, item, replace);
            }

        text.Append(value.Kind == JsonKind.Object ? '}' : ']');
    }

    private static void Quote(StringBuilder text, string name)
    {
        var writer = new JsonWriter();
        writer.Text(name);
        text.Append(writer.ToString().TrimEnd('\n'));
    }
}
