namespace PolicyKit.Systems;

/// <summary>A use of cryptography.</summary>
/// <param name="Algorithm">The algorithm, as CRYPTREC names it.</param>
/// <param name="KeyBits">The key length in bits, 1 or more; null for what has no key.</param>
/// <param name="Purpose">What for.</param>
/// <param name="RenewalYear">The year in which it is renewed or replaced.</param>
public sealed record CryptographyUse(string Algorithm, int? KeyBits, string Purpose, int RenewalYear);
