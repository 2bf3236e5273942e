namespace PolicyKit.Cli.Validation;

/// <summary>
/// Files of schemas as URIs. A folder may be called <c>C#</c> or <c>50%引き</c>: what has a meaning in a URI is
/// escaped, and Japanese stays as it is written.
/// </summary>
internal static class SchemaPlace
{
    private const string Scheme = "file:///";

    public static string UriOf(string path) =>
        Scheme
        + Path.GetFullPath(path)
            .Replace('\\', '/')
            .TrimStart('/')
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);

    /// <summary>The path of a URI of <see cref="UriOf"/>; null for every other URI.</summary>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(uri[Scheme.Length..]);
        // No file has such a name, and the file system throws at it.
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        return Path.DirectorySeparatorChar == '/' ? "/" + path : path;
    }
}
