namespace PolicyKit.Standards;

/// <summary>A name that is on no list, and the listed name that was probably meant.</summary>
/// <param name="Name">The name.</param>
/// <param name="Nearest">The listed name.</param>
internal sealed record CryptographyMeaning(string Name, string Nearest);
