namespace PolicyKit;

/// <summary>The name of a network zone of a body (ネットワークの系). An open set: each body's standard lists its own.</summary>
public sealed record NetworkZoneId
{
    private NetworkZoneId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static NetworkZoneId? TryParse(string text) => IdShape.IsDotted(text) ? new NetworkZoneId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
