using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>One JSON shape and one meaning, in both directions.</summary>
/// <param name="read">The value, or what is wrong with it in the context.</param>
/// <param name="write">Writes a value that <paramref name="read"/> gives back.</param>
internal sealed class Codec<T>(Codec<T>.Reader read, Action<JsonWriter, T> write)
{
    public delegate bool Reader(ReadContext context, JsonValue json, out T value);

    public bool Read(ReadContext context, JsonValue json, out T value) => read(context, json, out value);

    public void Write(JsonWriter writer, T value) => write(writer, value);
}
