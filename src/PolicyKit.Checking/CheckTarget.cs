namespace PolicyKit.Checking;

/// <summary>What the user asked to check, found out from the path.</summary>
/// <param name="Path">The full path of a solution, a project or a binary log.</param>
/// <param name="IsBinaryLog">Whether it is a log, which is read and not built.</param>
internal sealed record CheckTarget(string Path, bool IsBinaryLog)
{
    private static readonly string[] Solutions = ["*.sln", "*.slnx"];

    /// <exception cref="CheckException">There is nothing there to check, or more than one thing.</exception>
    public static CheckTarget Find(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
            return new CheckTarget(InFolder(full), false);
        if (!File.Exists(full))
            throw CheckException.Usage("io.no-such-file", PathText.Shown(full));
        return System.IO.Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".binlog" => new CheckTarget(full, true),
            ".sln" or ".slnx" or ".slnf" or ".csproj" => new CheckTarget(full, false),
            ".vbproj" or ".fsproj" => throw CheckException.Usage("check.no-csharp", PathText.Shown(full)),
            _ => throw CheckException.Usage("check.not-checkable", PathText.Shown(full)),
        };
    }

    private static string InFolder(string folder)
    {
        var candidates = Solutions
            .SelectMany(pattern => Directory.GetFiles(folder, pattern))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (candidates.Count == 0)
            candidates = Directory.GetFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToList();
        if (candidates.Count > 1)
            throw CheckException.Usage(
                "check.ambiguous",
                PathText.Shown(folder),
                string.Join(", ", candidates.Select(System.IO.Path.GetFileName))
            );
        if (candidates.Count == 1)
            return candidates[0];
        var other = Directory.GetFiles(folder, "*.vbproj").Concat(Directory.GetFiles(folder, "*.fsproj")).Any();
        throw CheckException.Usage(other ? "check.no-csharp" : "check.no-project", PathText.Shown(folder));
    }
}
