namespace PolicyKit.Json;

/// <summary>A member of a JSON object: its name, with the name's own place, and its value.</summary>
public readonly struct JsonMember : IEquatable<JsonMember>
{
    private readonly JsonText _text;
    private readonly int _index;

    internal JsonMember(JsonText text, int index) => (_text, _index) = (text, index);

    /// <summary>The name with escapes resolved.</summary>
    public string Name => _text.Decode(_text.Nodes[_index]);

    /// <summary>Where the name begins (its opening quote).</summary>
    public TextPosition NamePosition => _text.PlaceOf(_index).Start;

    /// <summary>Where the name ends.</summary>
    public TextPosition NameEndPosition => _text.PlaceOf(_index).End;

    /// <summary>
    /// Where the first member of the same name in the same object begins: its own place, unless it is a duplicate.
    /// </summary>
    public TextPosition FirstPosition
    {
        get
        {
            var (nodes, own) = (_text.Nodes, _text.SliceOf(_index));
            for (var i = nodes[_index].Parent + 1; i < _index; i = nodes[i + 1].Next)
                if (nodes[i].Hash == nodes[_index].Hash && _text.SliceOf(i).Is(own))
                    return _text.PlaceOf(i).Start;
            return NamePosition;
        }
    }

    /// <summary>The value.</summary>
    public JsonValue Value => new(_text, _index + 1);

    /// <summary>The name as a value of its own: a string with its place.</summary>
    internal JsonValue NameValue => new(_text, _index);

    /// <summary>Whether both are the same place of the same text.</summary>
    public bool Equals(JsonMember other) => ReferenceEquals(_text, other._text) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonMember other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index;

    /// <summary>Same place of the same text.</summary>
    public static bool operator ==(JsonMember left, JsonMember right) => left.Equals(right);

    /// <summary>Not the same place.</summary>
    public static bool operator !=(JsonMember left, JsonMember right) => !left.Equals(right);
}
