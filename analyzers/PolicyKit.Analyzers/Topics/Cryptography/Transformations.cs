using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>What the name of a cipher of BouncyCastle says of its mode and padding: AES/ECB/PKCS7Padding.</summary>
internal static class Transformations
{
    // Block ciphers, which work block by block where no mode is named.
    private static readonly HashSet<string> BlockCiphers = new(StringComparer.Ordinal)
    {
        "AES",
        "AES128",
        "AES192",
        "AES256",
        "RIJNDAEL",
        "CAMELLIA",
        "DES",
        "DESEDE",
        "DESEDE3",
        "RC2",
        "BLOWFISH",
        "TWOFISH",
        "SERPENT",
        "CAST5",
        "CAST6",
        "IDEA",
        "SEED",
        "ARIA",
        "SM4",
        "SKIPJACK",
    };

    /// <summary>
    /// The part of a name that is unsafe. RSA/NONE/PKCS1Padding is; an RSA cipher is called ECB by convention and has
    /// no mode.
    /// </summary>
    public static (SyntaxNode Place, string Key)? Of(IInvocationOperation call)
    {
        foreach (var value in call.Arguments.Take(1).SelectMany(a => StringValueTracker.Of(a.Value)))
        {
            var parts = value.Text.ToUpperInvariant().Split('/');
            var isAsymmetric = parts[0] is "RSA" or "ELGAMAL";
            if (
                isAsymmetric
                && (parts.Length < 3 || parts[2].StartsWith("PKCS1", StringComparison.Ordinal))
                && parts.Length > 1
            )
                return (value.Origin, "PK6203.padding");
            if (!isAsymmetric && HasNoMode(parts))
                return (value.Origin, "PK6203.mode");
        }

        return null;
    }

    private static bool HasNoMode(string[] parts) =>
        parts.Length > 1
            ? parts[1] == "ECB" || (parts[1] is "" or "NONE" && BlockCiphers.Contains(parts[0]))
            : BlockCiphers.Contains(parts[0]);
}
