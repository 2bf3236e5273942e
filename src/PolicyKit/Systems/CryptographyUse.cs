namespace PolicyKit.Systems;

/// <summary>A use of cryptography.</summary>
/// <param name="Algorithm">The algorithm, as CRYPTREC or people name it.</param>
/// <param name="KeyBits">The key length in bits, 1 or more; null for what has no key.</param>
/// <param name="Purpose">What for.</param>
/// <param name="RenewalYear">The year in which it is renewed or replaced.</param>
public sealed record CryptographyUse(string Algorithm, int? KeyBits, string Purpose, int RenewalYear)
{
    /// <summary>Of a key derivation function: how often it iterates, 1 or more; null for what does not.</summary>
    public int? Iterations { get; init; }

    /// <summary>
    /// Of a function that stores passwords: its cost, as bcrypt counts it, 1 or more; null for what has none.
    /// </summary>
    public int? Cost { get; init; }
}
