namespace PolicyKit.Systems;

/// <summary>Where outsiders report incidents (政府機関等の対策基準策定のためのガイドライン 令和7年度版 2.2.4(1)(e)).</summary>
/// <param name="Contact">The contact, of an office and not of a person.</param>
/// <param name="PublishedAt">The URL at which it is published, https.</param>
public sealed record OutsideContact(string Contact, string PublishedAt);
