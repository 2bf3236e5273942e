namespace PolicyKit.Standards;

/// <summary>A key length of RSA, DH or DSA and the strength it gives.</summary>
/// <param name="KeyBits">The key length in bits.</param>
/// <param name="Bits">The strength in bits.</param>
public sealed record FactoringStrength(int KeyBits, int Bits);
