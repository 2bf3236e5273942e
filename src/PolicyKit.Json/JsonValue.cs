using System.Globalization;
using System.Text;

namespace PolicyKit.Json;

/// <summary>One value of a <see cref="JsonText"/>, with its place. The default value is not usable.</summary>
public readonly struct JsonValue : IEquatable<JsonValue>
{
    private readonly JsonText _text;
    private readonly int _index;

    internal JsonValue(JsonText text, int index) => (_text, _index) = (text, index);

    internal int Index => _index;

    private ref readonly JsonText.Node Node => ref _text.Nodes[_index];

    /// <summary>The text this value stands in.</summary>
    public JsonText Text => _text;

    /// <summary>The kind of the value.</summary>
    public JsonKind Kind => Node.Kind;

    /// <summary>The number of items or members; 0 for every other kind.</summary>
    public int Count => Node.Kind >= JsonKind.Array ? Node.Count : 0;

    /// <summary>The offset of the first byte.</summary>
    public int Start => Node.Start;

    /// <summary>The offset after the last byte.</summary>
    public int End => Node.End;

    /// <summary>Where the value begins.</summary>
    public TextPosition Position => _text.PlaceOf(_index).Start;

    /// <summary>Where the value ends (the column after its last character).</summary>
    public TextPosition EndPosition => _text.PlaceOf(_index).End;

    /// <summary>The text of the value as it stands in the file.</summary>
    public string RawText => Encoding.UTF8.GetString(_text.Utf8, Node.Start, Node.End - Node.Start);

    /// <summary>
    /// The text of the value as its author wrote it: of a converted text (YAML) what stands there, where that is
    /// within one line.
    /// </summary>
    internal string WrittenText => _text.WrittenAt(_index) ?? RawText;

    /// <summary>Whether it is the name of a member, taken as a value of its own.</summary>
    internal bool IsMemberName => Node.IsName;

    /// <summary>The RFC 6901 pointer from the root to this value; the empty string for the root.</summary>
    public string Pointer
    {
        get
        {
            var parts = new List<string>();
            // A member's name has its value's pointer: both speak of the member.
            for (var i = Node.IsName ? _index + 1 : _index; i > 0; i = _text.Nodes[i].Parent)
            {
                var parent = _text.Nodes[i].Parent;
                if (_text.Nodes[i].IsName)
                    continue;
                parts.Add(
                    _text.Nodes[parent].Kind == JsonKind.Object && _text.Nodes[i - 1].IsName
                        ? Escape(_text.Decode(_text.Nodes[i - 1]))
                        : IndexOf(parent, i).ToString(CultureInfo.InvariantCulture)
                );
            }

            parts.Reverse();
            return string.Concat(parts.Select(p => "/" + p));
        }
    }

    /// <summary>The string's value with escapes resolved.</summary>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string GetString() => Kind == JsonKind.String ? _text.Decode(Node) : throw Wrong(JsonKind.String);

    /// <summary>
    /// The number as a 64-bit integer; false when it is not a number, has a fraction, or is out of range.
    /// </summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return Kind == JsonKind.Number
            && long.TryParse(RawText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The items of an array, in order; nothing for every other kind.</summary>
    public IEnumerable<JsonValue> Items()
    {
        if (Kind != JsonKind.Array)
            yield break;
        for (var i = _index + 1; i < Node.Next; i = _text.Nodes[i].Next)
            yield return new JsonValue(_text, i);
    }

    /// <summary>The members of an object, in order and duplicates included; nothing for every other kind.</summary>
    public IEnumerable<JsonMember> Members()
    {
        if (Kind != JsonKind.Object)
            yield break;
        for (var i = _index + 1; i < Node.Next; i = _text.Nodes[i + 1].Next)
            yield return new JsonMember(_text, i);
    }

    /// <summary>The first member with this name; false when there is none or the value is not an object.</summary>
    public bool TryGetMember(string name, out JsonValue value)
    {
        // INVARIANT: `value` may be this very variable, so it is written last.
        var (text, end) = (_text, Kind == JsonKind.Object ? Node.Next : 0);
        for (var i = _index + 1; i < end; i = text.Nodes[i + 1].Next)
        {
            if (!IsNamed(text, i, name))
                continue;
            value = new JsonValue(text, i + 1);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Whether both are the same place of the same text.</summary>
    public bool Equals(JsonValue other) => ReferenceEquals(_text, other._text) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index;

    /// <summary>The raw text.</summary>
    public override string ToString() => _text is null ? "" : RawText;

    /// <summary>Same place of the same text.</summary>
    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    /// <summary>Not the same place.</summary>
    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);

    /// <summary>The strings among the items.</summary>
    internal List<string> Strings()
    {
        var strings = new List<string>(Count);
        foreach (var item in Items())
            if (item.Kind == JsonKind.String)
                strings.Add(item.GetString());
        return strings;
    }

    private static bool IsNamed(JsonText text, int member, string name)
    {
        var slice = text.SliceOf(member);
        if (slice.End - slice.Start < name.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] >= 0x80)
                return text.Decode(text.Nodes[member]) == name;
            if (slice.Bytes[slice.Start + i] != name[i])
                return false;
        }

        return slice.End - slice.Start == name.Length;
    }

    private int IndexOf(int parent, int child)
    {
        var n = 0;
        for (var i = parent + 1; i < child; i = _text.Nodes[i].Next)
            n++;
        return n;
    }

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private InvalidOperationException Wrong(JsonKind expected) => new($"{Kind} is no {expected} (at {Pointer})");
}
