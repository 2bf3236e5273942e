using PolicyKit.Findings;

namespace PolicyKit.Checking;

/// <summary>
/// Paths as people read them: relative to the current folder where they lie in it, with forward slashes.
/// </summary>
internal static class PathText
{
    public static string Shown(string path)
    {
        // What is about no file has no path.
        if (path.Length == 0)
            return "";
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        // A file may be called anything: nothing in its name moves the cursor or begins a line of an output.
        return VisibleText.Of(shown.Replace('\\', '/'));
    }
}
