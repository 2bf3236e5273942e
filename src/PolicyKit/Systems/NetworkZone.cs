using PolicyKit.Reading;

namespace PolicyKit.Systems;

/// <summary>A network zone of the body (ネットワークの系).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for example インターネット接続系.</param>
public sealed record NetworkZone(NetworkZoneId Id, string Name);
