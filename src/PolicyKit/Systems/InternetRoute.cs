namespace PolicyKit.Systems;

/// <summary>How the system reaches the internet.</summary>
/// <param name="Route">Route.</param>
/// <param name="Detail">Detail.</param>
public sealed record InternetRoute(InternetRouteKind Route, string Detail);
