namespace PolicyKit.Systems;

/// <summary>How mail of a domain shows that it is genuine (政府機関等の対策基準策定のためのガイドライン 令和7年度版 6.2.2(1)).</summary>
/// <param name="Domain">The domain that sends, without a host of its own.</param>
/// <param name="Dmarc">The published policy. That it quarantines or rejects is PolicyKit’s default.</param>
/// <param name="Spf">Whether an SPF record is published.</param>
/// <param name="Dkim">
/// Whether mail is signed with DKIM. Of senders the source asks for one of the two, or both.
/// </param>
/// <param name="Relay">What keeps the server from relaying for others.</param>
/// <param name="TransportEncryption">How mail is encrypted between servers.</param>
public sealed record MailDomain(
    string Domain,
    DmarcPolicy Dmarc,
    bool Spf,
    bool Dkim,
    string Relay,
    string TransportEncryption
);
