namespace PolicyKit.Systems;

/// <summary>A part of the system and the zone it stands in.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Zone">The network zone (ネットワークの系).</param>
public sealed record Component(SystemId Id, string Name, ComponentKind Kind, NetworkZoneId Zone)
{
    /// <summary>
    /// The namespaces and assemblies of the code that runs there, those beneath included; empty when nobody has said.
    /// </summary>
    public ValueList<string> Code { get; init; } = ValueList<string>.Empty;
}
