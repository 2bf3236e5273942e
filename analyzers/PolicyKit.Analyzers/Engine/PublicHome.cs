using System.Reflection;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The project's public address, from the build property of that name. Without one there are no help links:
/// <c>policykit explain ID</c> shows the same pages.
/// </summary>
public static class PublicHome
{
    /// <summary>The address, or null.</summary>
    public static string? Address { get; } =
        typeof(PublicHome)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == nameof(PublicHome))
            ?.Value;

    /// <summary>The address of a file of the repository, or null.</summary>
    public static string? File(string path) => Address is null ? null : $"{Address}/blob/main/{path}";
}
