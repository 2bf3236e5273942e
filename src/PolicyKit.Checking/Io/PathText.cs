namespace PolicyKit.Checking;

/// <summary>
/// Paths as people read them: relative to the current folder where they lie in it, with forward slashes.
/// </summary>
internal static class PathText
{
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
