using System.Text;

namespace PolicyKit.Json;

/// <summary>
/// A JSON text (RFC 8259) that was read: its values with the place of each, or the one error that stopped the reading.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class JsonText
{
    private readonly Lazy<LineMap> _lines;

    internal JsonText(byte[] utf8, int first, Node[] nodes, Func<LineMap, JsonSyntaxError> error)
        : this(utf8, first, nodes, Array.Empty<int>()) => Error = error(_lines.Value);

    internal JsonText(byte[] utf8, int first, Node[] nodes, int[] duplicates)
    {
        (Utf8, Nodes, DuplicateIndexes) = (utf8, nodes, duplicates);
        _lines = new Lazy<LineMap>(() => new LineMap(utf8, first));
    }

    internal byte[] Utf8 { get; }
    internal Node[] Nodes { get; }
    internal int[] DuplicateIndexes { get; }

    /// <summary>What stopped the reading; null when the text is JSON.</summary>
    public JsonSyntaxError? Error { get; }

    /// <summary>The whole value. </summary>
    /// <exception cref="InvalidOperationException">The text is not JSON: see <see cref="Error"/>.</exception>
    public JsonValue Root => Error is null ? new JsonValue(this, 0) : throw new InvalidOperationException(Error.Message.Text(MessageLanguage.English));

    /// <summary>The member names that stand a second time (or third …) in one object, in the order of the text. RFC 8259 §4 allows them; no reader here may.</summary>
    public IEnumerable<JsonMember> DuplicateMembers
    {
        get
        {
            foreach (var index in DuplicateIndexes)
                yield return new JsonMember(this, index);
        }
    }

    /// <summary>Reads a UTF-8 text. Never throws on bad data.</summary>
    /// <param name="utf8">The bytes; a byte order mark is allowed. They must not be changed afterwards.</param>
    /// <param name="options">Bounds; <see cref="JsonReadOptions.Default"/> if null.</param>
    public static JsonText Read(byte[] utf8, JsonReadOptions? options = null) =>
        new JsonParser(utf8 ?? throw new ArgumentNullException(nameof(utf8)), options ?? JsonReadOptions.Default).Parse();

    /// <summary>Reads a text that is already decoded. Never throws on bad data.</summary>
    public static JsonText Read(string text) =>
        Read(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>The value that an RFC 6901 pointer names; false if there is none.</summary>
    public bool TryFind(string pointer, out JsonValue value)
    {
        value = default;
        if (Error is not null || pointer is null) return false;
        var current = Root;
        if (pointer.Length > 0 && pointer[0] != '/') return false;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var token = part.Replace("~1", "/").Replace("~0", "~");
            if (current.Kind == JsonKind.Object)
            {
                if (!current.TryGetMember(token, out current)) return false;
            }
            else if (current.Kind == JsonKind.Array && int.TryParse(token, System.Globalization.NumberStyles.None, null, out var i) && i < current.Count)
                current = current.Items().ElementAt(i);
            else
                return false;
        }

        value = current;
        return true;
    }

    /// <summary>The line and column of a byte offset.</summary>
    public TextPosition PositionOf(int offset) => _lines.Value.At(offset);

    internal string Decode(in Node node) => node.HasEscapes
        ? JsonString.Unescape(Utf8, node.Start + 1, node.End - 1)
        : Encoding.UTF8.GetString(Utf8, node.Start + 1, node.End - node.Start - 2);

    /// <summary>One value or member name. A container is followed by its contents; <c>Next</c> is the index after them.</summary>
    internal struct Node
    {
        public JsonKind Kind;
        public bool IsName;
        public bool HasEscapes;
        public int Start;
        public int End;
        public int Parent;
        public int Next;
        public int Count;
    }
}
