namespace PolicyKit.Standards;

/// <summary>What a name of cryptography says, as people write it: <c>AES-256-GCM</c>, <c>ECDSA P-256</c>.</summary>
/// <param name="Algorithm">The algorithm whose strength counts.</param>
/// <param name="KeyBits">The length of the key, where the name says it.</param>
/// <param name="Status">The worst status among everything that the name names.</param>
public sealed record NamedAlgorithm(CryptographicAlgorithm Algorithm, int? KeyBits, AlgorithmStatus Status)
{
    /// <summary>The key derivation function that the name names; null for none.</summary>
    public KeyDerivation? Derivation { get; init; }

    /// <summary>Of a key derivation function: the iterations or the cost, where the name says it.</summary>
    public int? Count { get; init; }
}
