using System.Text;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Puts one member into a file and leaves every other byte of it as it is.</summary>
internal static class FilePart
{
    /// <summary>The text of the file with the member.</summary>
    /// <param name="into">The file, which is valid JSON.</param>
    /// <param name="form">The form that holds the member.</param>
    /// <param name="json">The member's value, indented from the margin.</param>
    public static string Put(SourceDocument into, Form form, string json)
    {
        var (root, bytes) = (into.Text.Root, Encoding.UTF8.GetBytes(into.Content));
        // Offsets count from the first byte of the file, which a byte order mark may precede.
        var mark = into.Text.Root.Start - FirstByte(bytes);
        var value = json.Replace("\n", "\n  ", StringComparison.Ordinal);
        if (root.TryGetMember(form.Part!, out var old))
            return Spliced(bytes, old.Start - mark, old.End - mark, value);
        var names = form.Root.Members.Select(m => m.Name).ToList();
        var place = names.IndexOf(form.Part!);
        var before = root.Members().LastOrDefault(m => names.IndexOf(m.Name) < place);
        var at = before.Value.End - mark;
        return Spliced(bytes, at, at, $",\n  \"{form.Part}\": {value}");
    }

    private static int FirstByte(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at;
    }

    private static string Spliced(byte[] bytes, int start, int end, string value) =>
        Encoding.UTF8.GetString(bytes, 0, start) + value + Encoding.UTF8.GetString(bytes, end, bytes.Length - end);
}
