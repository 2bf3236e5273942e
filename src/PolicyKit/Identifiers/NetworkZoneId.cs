namespace PolicyKit;

/// <summary>The name of a network zone of a body (ネットワークの系).</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>lgwan</c>.
/// An open set: each body’s standard lists its own.
/// </remarks>
public sealed class NetworkZoneId : Identifier<NetworkZoneId>
{
    static NetworkZoneId() => Define(IdentifierForm.IsDotted, text => new NetworkZoneId(text));

    private NetworkZoneId(string value)
        : base(value) { }
}
