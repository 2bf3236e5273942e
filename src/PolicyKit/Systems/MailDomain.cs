namespace PolicyKit.Systems;

/// <summary>How mail of a domain shows that it is genuine.</summary>
/// <param name="Domain">Domain.</param>
/// <param name="Dmarc">Policy.</param>
/// <param name="Spf">Has SPF.</param>
/// <param name="Dkim">Has DKIM.</param>
/// <param name="Relay">How relaying is prevented.</param>
/// <param name="TransportEncryption">Encryption between servers.</param>
public sealed record MailDomain(
    string Domain,
    DmarcPolicy Dmarc,
    bool Spf,
    bool Dkim,
    string Relay,
    string TransportEncryption
);
