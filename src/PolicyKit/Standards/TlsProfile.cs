using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A profile of the TLS guideline.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Versions">The versions of TLS that it allows, the oldest first.</param>
public sealed record TlsProfile(string Id, string Name, ValueList<string> Versions);
