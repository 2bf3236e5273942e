namespace PolicyKit.Systems;

/// <summary>Encryption of a wireless LAN.</summary>
public enum WirelessEncryption
{
    /// <summary>WPA2.</summary>
    Wpa2,

    /// <summary>WPA3.</summary>
    Wpa3,

    /// <summary>WPA2より弱いもの、または暗号化なし.</summary>
    Weaker,
}
