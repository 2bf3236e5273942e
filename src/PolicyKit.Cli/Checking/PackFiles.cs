using PolicyKit.Cli.Commands;
using PolicyKit.Cli.Output;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Checking;

/// <summary>Where the policy, the standard and the declaration come from.</summary>
internal static class PackFiles
{
    /// <summary>The files of a pack that the user named: a file, or every policy and standard in a folder. The kind is found from the content.</summary>
    /// <exception cref="CliException">There is no policy file there.</exception>
    public static IReadOnlyList<SourceDocument> FromOptions(IReadOnlyList<string> paths)
    {
        var files = new List<SourceDocument>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(InputFile.Read(Path.GetFullPath(path)));
                continue;
            }

            var found = JsonIn(path).Where(d => d.Kind is DocumentKind.Policy or DocumentKind.Standard || d.Text.Error is not null).ToList();
            if (found.Count == 0) throw CliException.Usage("check.no-pack-in-folder", PathText.Shown(path));
            files.AddRange(found);
        }

        return files;
    }

    /// <summary>The system declarations beside a project file, for projects that reference nothing of ours.</summary>
    public static IEnumerable<SourceDocument> SystemsBeside(string project) => JsonIn(Path.GetDirectoryName(project)!).Where(d => d.Kind == DocumentKind.System);

    private static IEnumerable<SourceDocument> JsonIn(string folder) =>
        Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => InputFile.Read(Path.GetFullPath(path)));
}
