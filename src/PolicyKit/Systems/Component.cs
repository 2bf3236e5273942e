namespace PolicyKit.Systems;

/// <summary>A part of the system and the zone it stands in.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Zone">The network zone (ネットワークの系).</param>
public sealed record Component(SystemId Id, string Name, ComponentKind Kind, NetworkZoneId Zone);
