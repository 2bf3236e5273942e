namespace PolicyKit.Systems;

/// <summary>Traffic that the my-number zone may have with one peer (特定通信; 「ガイドライン」説明資料 令和8年度 p. 11).</summary>
/// <param name="Peer">The system or service at the other end.</param>
/// <param name="Purpose">What the traffic is for, in a sentence.</param>
/// <param name="AddressLimit">By which MAC or IP address the route is limited.</param>
/// <param name="Port">The one port that is open, 1 to 65535.</param>
/// <param name="ListedAs">
/// The name of a peer that reaches the internet on the list of those allowed; null for one that does not.
/// </param>
public sealed record SpecificTraffic(string Peer, string Purpose, string AddressLimit, int Port, string? ListedAs);
