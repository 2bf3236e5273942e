using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Checks of the repository's examples that several tests look at: each runs once.</summary>
internal static class Examples
{
    /// <summary>The violating example, built and checked as the front pages say.</summary>
    public static Lazy<(int ExitCode, string Output, string Error)> Violating { get; } =
        new(() =>
            Policykit.Run("check", Repository.PathOf("examples", "sewerage-billing-violating"), "--as-of", "2026-04-01")
        );
}
