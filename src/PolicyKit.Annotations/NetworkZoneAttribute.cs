namespace PolicyKit.Annotations;

/// <summary>This code runs in a network zone (ネットワークの系), for example <c>my-number</c>.</summary>
/// <param name="id">The id of the zone, as the body's standard names it.</param>
/// <remarks>
/// On an assembly it speaks of all types that do not say otherwise themselves.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false
)]
public sealed class NetworkZoneAttribute(string id) : Attribute
{
    /// <summary>The id of the zone.</summary>
    public string Id { get; } = id;
}
