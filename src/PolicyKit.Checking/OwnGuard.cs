using System.Security.Cryptography;

namespace PolicyKit.Checking;

/// <summary>
/// The generator of PolicyKit's own package, which says in a build that the analyzers are off. A check builds without
/// them and runs the rules itself: the guard then has nothing to say, and is no code of the delivery.
/// </summary>
internal static class OwnGuard
{
    /// <summary>The variable of the environment by which a check tells its builds; no project can set it.</summary>
    public const string Checking = "POLICYKIT_CHECKING";

    private static readonly Lazy<string> Hash = new(() =>
    {
        using var stream = typeof(OwnGuard).Assembly.GetManifestResourceStream("PolicyKit.Analyzers.Guard.dll")!;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    /// <summary>
    /// Whether an assembly is the guard of this version, byte for byte; one of another version is foreign.
    /// </summary>
    public static bool Is(GeneratorFile generator) => generator.Sha256 == Hash.Value;
}
