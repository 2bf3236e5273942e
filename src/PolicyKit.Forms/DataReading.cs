using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>How this assembly reads its own data, whose form its tests hold.</summary>
internal static class DataReading
{
    public static IEnumerable<JsonValue> Items(this JsonValue data, string name) =>
        data.TryGetMember(name, out var value) ? value.Items() : [];

    public static string Text(this JsonValue data, string name) =>
        data.TryGetMember(name, out var value)
            ? value.GetString()
            : throw new InvalidOperationException($"`{name}` is missing");

    public static BilingualText Both(this JsonValue data, string name) =>
        data.TryGetMember(name, out var value)
            ? new BilingualText(value.Text("ja"), value.Text("en"))
            : throw new InvalidOperationException($"`{name}` is missing");
}
