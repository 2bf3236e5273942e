using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Json;

/// <summary>
/// A JSON text (RFC 8259) that was read: its values with the place of each, or the one error that stopped the reading.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class JsonText
{
    private readonly Lazy<LineMap> _lines;
    private readonly TextRange[]? _places;
    private readonly string[]? _writtenLines;

    internal JsonText(byte[] utf8, int first, int firstLine, Func<LineMap, JsonSyntaxError> error)
        : this(utf8, first, firstLine, Array.Empty<Node>(), 0, new UnescapedStrings(), Array.Empty<int>()) =>
        Error = error(_lines.Value);

    internal JsonText(
        byte[] utf8,
        int first,
        int firstLine,
        Node[] nodes,
        int count,
        UnescapedStrings unescaped,
        int[] duplicates
    )
    {
        (Utf8, Nodes, NodeCount, Unescaped, DuplicateIndexes) = (utf8, nodes, count, unescaped, duplicates);
        _lines = new Lazy<LineMap>(() => new LineMap(utf8, first, firstLine));
    }

    private JsonText(JsonText text, TextRange[] places, string[]? lines)
        : this(text.Utf8, 0, 1, text.Nodes, text.NodeCount, text.Unescaped, text.DuplicateIndexes) =>
        (_places, _writtenLines) = (places, lines);

    internal byte[] Utf8 { get; }
    internal Node[] Nodes { get; }
    internal int NodeCount { get; }
    internal UnescapedStrings Unescaped { get; }
    internal int[] DuplicateIndexes { get; }

    /// <summary>What stopped the reading; null when the text is JSON.</summary>
    public JsonSyntaxError? Error { get; }

    /// <summary>The whole value. </summary>
    /// <exception cref="InvalidOperationException">The text is not JSON: see <see cref="Error"/>.</exception>
    public JsonValue Root =>
        Error is null
            ? new JsonValue(this, 0)
            : throw new InvalidOperationException(Error.Message.Text(MessageLanguage.English));

    /// <summary>
    /// The member names that stand a second time (or third …) in one object, in the order of the text. RFC 8259 §4
    /// allows them; no reader here may.
    /// </summary>
    public IEnumerable<JsonMember> DuplicateMembers
    {
        get
        {
            foreach (var index in DuplicateIndexes)
                yield return new JsonMember(this, index);
        }
    }

    /// <summary>Whether any member name stands twice in one object.</summary>
    public bool HasDuplicateMembers => DuplicateIndexes.Length > 0;

    /// <summary>Reads a UTF-8 text. Never throws on bad data.</summary>
    /// <param name="utf8">The bytes; a byte order mark is allowed. They must not be changed afterwards.</param>
    /// <param name="options">Bounds; <see cref="JsonReadOptions.Default"/> if null.</param>
    public static JsonText Read(byte[] utf8, JsonReadOptions? options = null) =>
        new JsonParser(
            utf8 ?? throw new ArgumentNullException(nameof(utf8)),
            options ?? JsonReadOptions.Default
        ).Parse();

    /// <summary>Reads a text that is already decoded. Never throws on bad data.</summary>
    public static JsonText Read(string text) =>
        Read(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>
    /// Takes a text that was converted to JSON from another notation (YAML), with the places that its values have
    /// there.
    /// </summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="places">The place of every value and every member name, in the order of the text.</param>
    /// <param name="lines">The lines of the text as it was written, so that messages can repeat it; null where it is
    /// not at hand.</param>
    /// <exception cref="ArgumentException">The text is not JSON, or the number of places is another.</exception>
    public static JsonText Converted(byte[] utf8, IReadOnlyList<TextRange> places, string[]? lines = null)
    {
        if (places is null)
            throw new ArgumentNullException(nameof(places));
        var text = Read(utf8, new JsonReadOptions { MaxDepth = int.MaxValue, MaxBytes = int.MaxValue });
        if (text.Error is { } error)
            throw new ArgumentException(error.Message.Text(MessageLanguage.English), nameof(utf8));
        if (places.Count != text.NodeCount)
            throw new ArgumentException($"{text.NodeCount} values and names, {places.Count} places", nameof(places));
        return new JsonText(text, places.ToArray(), lines);
    }

    /// <summary>A text that could not be converted to JSON, with what stopped the conversion.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="position">Where, in the text as it was written.</param>
    public static JsonText Invalid(LocalizedMessage message, TextPosition position) =>
        new(
            Array.Empty<byte>(),
            0,
            1,
            _ => new JsonSyntaxError(message ?? throw new ArgumentNullException(nameof(message)), 0, position)
        );

    /// <summary>The value that an RFC 6901 pointer names; false if there is none.</summary>
    public bool TryFind(string pointer, out JsonValue value)
    {
        value = default;
        if (Error is not null || pointer is null)
            return false;
        var current = Root;
        if (pointer.Length > 0 && pointer[0] != '/')
            return false;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var token = part.Replace("~1", "/").Replace("~0", "~");
            if (current.Kind == JsonKind.Object)
            {
                if (!current.TryGetMember(token, out current))
                    return false;
            }
            else if (
                current.Kind == JsonKind.Array
                && int.TryParse(token, System.Globalization.NumberStyles.None, null, out var i)
                && i < current.Count
            )
                current = current.Items().ElementAt(i);
            else
                return false;
        }

        value = current;
        return true;
    }

    /// <summary>The line and column of a byte offset.</summary>
    public TextPosition PositionOf(int offset) => _lines.Value.At(offset);

    internal TextRange PlaceOf(int index) =>
        _places is not null
            ? _places[index]
            : new TextRange(PositionOf(Nodes[index].Start), PositionOf(Nodes[index].End));

    /// <summary>
    /// What stands in the text as it was written at the place of a value; null where that is unknown or more than a
    /// line.
    /// </summary>
    internal string? WrittenAt(int index)
    {
        if (_places is null || _writtenLines is null)
            return null;
        var (start, end) = (_places[index].Start, _places[index].End);
        if (start.Line != end.Line || start.Line > _writtenLines.Length)
            return null;
        var line = _writtenLines[start.Line - 1];
        return start.Column <= end.Column && end.Column - 1 <= line.Length
            ? line.Substring(start.Column - 1, end.Column - start.Column)
            : null;
    }

    /// <summary>Whether nothing was written at the place of a value but a comment (YAML).</summary>
    internal bool IsBeforeComment(int index)
    {
        if (_places is null || _writtenLines is null)
            return false;
        var at = _places[index].Start;
        return at.Line <= _writtenLines.Length
            && at.Column - 1 <= _writtenLines[at.Line - 1].Length
            && _writtenLines[at.Line - 1]
                .Substring(at.Column - 1)
                .TrimStart()
                .StartsWith("#", StringComparison.Ordinal);
    }

    /// <summary>
    /// The numbers that were written with a leading zero in another notation: 010 is ten to YAML 1.2 (§10.2.1.2) and
    /// eight to YAML 1.1.
    /// </summary>
    internal IEnumerable<JsonValue> NumbersWithLeadingZero
    {
        get
        {
            if (_places is null)
                yield break;
            for (var i = 0; i < NodeCount; i++)
                if (
                    Nodes[i].Kind == JsonKind.Number
                    && WrittenAt(i)?.TrimStart('-', '+') is { Length: > 1 } digits
                    && digits[0] == '0'
                    && digits.All(c => c is >= '0' and <= '9')
                )
                    yield return new JsonValue(this, i);
        }
    }

    /// <summary>The decoded bytes of a string node.</summary>
    internal Slice SliceOf(int index) => Slice.Of(Utf8, Unescaped, Nodes[index]);

    internal string Decode(in Node node) =>
        (node.Flags & NodeFlags.HasEscapes) != 0
            ? JsonString.Unescape(Utf8, node.Start + 1, node.End - 1)
            : Encoding.UTF8.GetString(Utf8, node.Start + 1, node.End - node.Start - 2);

    [Flags]
    internal enum NodeFlags : byte
    {
        None = 0,
        IsName = 1,
        HasEscapes = 2,

        /// <summary>A number without fraction and exponent.</summary>
        IsPlainInteger = 4,
    }

    /// <summary>
    /// One value or member name. A container is followed by its contents; <c>Next</c> is the index after them.
    /// </summary>
    internal struct Node
    {
        public int Start;
        public int End;
        public int Parent;

        /// <summary>The index after the value. Of a name with escapes: its entry among the unescaped strings.</summary>
        public int Next;

        /// <summary>
        /// Items or members of a container. Of a name: its hash. Of a string value with escapes: its entry among the
        /// unescaped strings.
        /// </summary>
        public int Count;
        public JsonKind Kind;
        public NodeFlags Flags;

        public uint Hash
        {
            readonly get => (uint)Count;
            set => Count = (int)value;
        }

        public readonly bool IsName => (Flags & NodeFlags.IsName) != 0;
    }

    /// <summary>A run of UTF-8 bytes. (No span: netstandard2.0 has none without a dependency.)</summary>
    internal readonly struct Slice
    {
        public readonly byte[] Bytes;
        public readonly int Start;
        public readonly int End;

        public Slice(byte[] bytes, int start, int end) => (Bytes, Start, End) = (bytes, start, end);

        public static Slice Of(byte[] utf8, UnescapedStrings unescaped, in Node node)
        {
            if ((node.Flags & NodeFlags.HasEscapes) == 0)
                return new Slice(utf8, node.Start + 1, node.End - 1);
            var entry = node.IsName ? node.Next : node.Count;
            return new Slice(unescaped.Bytes, unescaped.Start(entry), unescaped.End(entry));
        }

        public bool Is(in Slice other) =>
            PolicyKit.Json.Utf8.Same(Bytes, Start, End, other.Bytes, other.Start, other.End);
    }
}
