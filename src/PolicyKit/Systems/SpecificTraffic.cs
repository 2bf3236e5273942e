namespace PolicyKit.Systems;

/// <summary>Traffic that the my-number zone may have with one peer.</summary>
/// <param name="Peer">Peer.</param>
/// <param name="Purpose">Purpose.</param>
/// <param name="AddressLimit">Limit by MAC or IP address.</param>
/// <param name="Port">Port.</param>
/// <param name="ListedAs">Name on the list of peers that may reach the internet; null where it does not apply.</param>
public sealed record SpecificTraffic(string Peer, string Purpose, string AddressLimit, int Port, string? ListedAs);
