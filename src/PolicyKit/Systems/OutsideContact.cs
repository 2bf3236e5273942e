namespace PolicyKit.Systems;

/// <summary>Where outsiders report incidents.</summary>
/// <param name="Contact">Contact.</param>
/// <param name="PublishedAt">Where it is published.</param>
public sealed record OutsideContact(string Contact, string PublishedAt);
