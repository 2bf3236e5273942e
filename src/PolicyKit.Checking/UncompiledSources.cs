namespace PolicyKit.Checking;

/// <summary>
/// Sources on disk that no compilation had: taken out of their project, kept for another build, or of no project.
/// </summary>
/// <param name="Project">The project in the nearest folder above; empty where there is none.</param>
/// <param name="Files">The files, by their full paths.</param>
/// <param name="IsExplained">Whether the project itself says for everybody to read that they are left out.</param>
internal sealed record UncompiledSources(string Project, IReadOnlyList<string> Files, bool IsExplained)
{
    /// <summary>Those below the folder that is checked, or below the projects that were compiled.</summary>
    public static IEnumerable<UncompiledSources> Of(CheckTarget target, BuildLog log, Func<string, bool> isPassedOver)
    {
        var compiled = log
            .Calls.SelectMany(c => c.Arguments.SourceFiles)
            .Select(f => Path.GetFullPath(f.Path))
            .ToHashSet(StringComparer.Ordinal);
        var folders = target.IsWholeFolder
            ? [target.Folder]
            : log.Calls.Select(c => Path.GetDirectoryName(c.Project)!).Distinct(StringComparer.Ordinal);
        var projects = new Dictionary<string, string>(StringComparer.Ordinal);
        return folders
            .SelectMany(f => SourceProjects.Files(f, IsSource))
            .Distinct(StringComparer.Ordinal)
            .Where(f => !compiled.Contains(f) && !isPassedOver(f) && !SourceProjects.IsFileBasedApp(f))
            .GroupBy(f => ProjectOf(Path.GetDirectoryName(f)!, projects), StringComparer.Ordinal)
            .SelectMany(g => Explained(g.Key, g, target.Folder));
    }

    private static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<UncompiledSources> Explained(string project, IEnumerable<string> files, string folder)
    {
        var exclusions = project.Length > 0 ? SourceExclusions.Of(project, folder) : SourceExclusions.None;
        return files
            .GroupBy(exclusions.Covers)
            .Select(g => new UncompiledSources(project, g.Order(StringComparer.Ordinal).ToList(), g.Key));
    }

    // The project in the nearest folder above.
    private static string ProjectOf(string folder, Dictionary<string, string> known)
    {
        if (known.TryGetValue(folder, out var project))
            return project;
        project =
            Directory
                .EnumerateFiles(folder)
                .Where(SourceProjects.IsProject)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            ?? (Path.GetDirectoryName(folder) is { Length: > 0 } above ? ProjectOf(above, known) : "");
        known[folder] = project;
        return project;
    }
}
