namespace PolicyKit.Checking;

/// <summary>What the user asked to check, found out from the path.</summary>
/// <param name="Path">The full path of a solution, a project or a binary log.</param>
/// <param name="IsBinaryLog">Whether it is a log, which is read and not built.</param>
/// <param name="Folder">The folder that is checked: paths of waivers begin there.</param>
/// <param name="IsWholeFolder">Whether all that lies in the folder is to be judged, and not one project alone.</param>
internal sealed record CheckTarget(string Path, bool IsBinaryLog, string Folder, bool IsWholeFolder)
{
    private static readonly string[] Solutions = [".sln", ".slnx"];

    /// <exception cref="CheckException">There is nothing there to check, or more than one thing.</exception>
    public static CheckTarget Find(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw CheckException.Usage("io.empty-path");
        var full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
            return new CheckTarget(InFolder(full), false, full, true);
        if (!File.Exists(full))
            throw CheckException.Usage("io.no-such-file", PathText.Shown(full));
        var folder = System.IO.Path.GetDirectoryName(full)!;
        return System.IO.Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".binlog" => new CheckTarget(full, true, folder, true),
            ".sln" or ".slnx" => new CheckTarget(full, false, folder, true),
            // A filter and a project name a part; the rest of the folder was not asked for.
            ".slnf" or ".csproj" => new CheckTarget(full, false, folder, false),
            ".vbproj" or ".fsproj" => throw CheckException.Usage("check.no-csharp", PathText.Shown(full)),
            _ => throw CheckException.Usage("check.not-checkable", PathText.Shown(full)),
        };
    }

    /// <summary>
    /// The same for a log that has been read: the folder is that of its projects where they do not lie beside it.
    /// </summary>
    public CheckTarget Of(BuildLog log)
    {
        if (!IsBinaryLog || log.Projects.Count == 0 || log.Projects.Any(p => IsIn(p.Path, Folder)))
            return this;
        // A log of a solution is one of all that the solution's folder holds, wherever the log lies.
        if (log.Solutions.FirstOrDefault(File.Exists) is { } solution)
            return this with { Folder = System.IO.Path.GetDirectoryName(solution)! };
        var common = System.IO.Path.GetDirectoryName(log.Projects[0].Path) ?? Folder;
        while (common.Length > 1 && !log.Projects.All(p => IsIn(p.Path, common)))
            common = System.IO.Path.GetDirectoryName(common) ?? "";
        return this with { Folder = common.Length > 0 ? common : Folder, IsWholeFolder = false };
    }

    public static bool IsIn(string path, string folder) =>
        path.StartsWith(
            System.IO.Path.TrimEndingDirectorySeparator(folder) + System.IO.Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    private static string InFolder(string folder)
    {
        IReadOnlyList<string> here = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        // Where the top holds nothing to build, what lies below is looked for; the nearest kind wins, and of two
        // nobody chooses.
        IReadOnlyList<string>[] places =
        [
            [.. here.Where(IsSolution)],
            [.. here.Where(IsCSharp)],
            [.. SourceProjects.Files(folder, IsSolution)],
            [.. SourceProjects.Files(folder, IsCSharp)],
        ];
        var candidates = Array.Find(places, p => p.Count > 0) ?? [];
        if (candidates.Count > 1)
            throw CheckException.Usage(
                "check.ambiguous",
                PathText.Shown(folder),
                string.Join(", ", candidates.Select(c => System.IO.Path.GetRelativePath(folder, c).Replace('\\', '/')))
            );
        if (candidates.Count == 1)
            return candidates[0];
        var other = SourceProjects.Files(folder, SourceProjects.IsProject).Any();
        throw CheckException.Usage(other ? "check.no-csharp" : "check.no-project", PathText.Shown(folder));
    }

    private static bool IsSolution(string path) =>
        Solutions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsCSharp(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
}
