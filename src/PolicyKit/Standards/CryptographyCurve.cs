namespace PolicyKit.Standards;

/// <summary>A named curve.</summary>
/// <param name="Name">The name.</param>
/// <param name="KeyBits">The length of a key on it, in bits.</param>
internal sealed record CryptographyCurve(string Name, int KeyBits);
