namespace PolicyKit.Systems;

/// <summary>A wireless LAN.</summary>
/// <param name="Name">Its name (SSID).</param>
/// <param name="Encryption">The encryption.</param>
/// <param name="LogReview">How its access log is looked at.</param>
/// <param name="Firmware">How its firmware is kept current.</param>
public sealed record WirelessLan(string Name, WirelessEncryption Encryption, string LogReview, string Firmware);
