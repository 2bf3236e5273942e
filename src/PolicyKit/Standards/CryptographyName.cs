namespace PolicyKit.Standards;

/// <summary>A name that says which algorithm and how long its key is: <c>ES256</c>, <c>Ed25519</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Algorithm">The algorithm, by a name of the table.</param>
/// <param name="KeyBits">The length of the key in bits; null when the name does not say it.</param>
internal sealed record CryptographyName(string Name, string Algorithm, int? KeyBits);
