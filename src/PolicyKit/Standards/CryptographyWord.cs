namespace PolicyKit.Standards;

/// <summary>A word of which names of cryptography are made.</summary>
/// <param name="Text">The word without marks, in capitals.</param>
/// <param name="Name">The word as it is written.</param>
/// <param name="Algorithm">The algorithm that it names; null for a curve, a mode, a unit.</param>
/// <param name="KeyBits">The length of the key that it says; null for none.</param>
/// <param name="IsFiller">Whether it says nothing at all: 「ビット」.</param>
internal sealed record CryptographyWord(
    string Text,
    string Name,
    CryptographicAlgorithm? Algorithm,
    int? KeyBits,
    bool IsFiller = false
)
{
    /// <summary>The key derivation function that it names; null for none.</summary>
    public KeyDerivation? Derivation { get; init; }

    /// <summary>Whether it names something well known that is on no list.</summary>
    public bool IsUnlisted { get; init; }
}
