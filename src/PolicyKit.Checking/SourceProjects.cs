using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PolicyKit.Json;

namespace PolicyKit.Checking;

/// <summary>
/// The projects that a delivery holds, by its solution and by its folders: whatever a build makes of them.
/// </summary>
internal static partial class SourceProjects
{
    private static readonly HashSet<string> PassedOver = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "node_modules",
        "packages",
    };

    /// <summary>Whether a file is a project of a language that is compiled.</summary>
    public static bool IsProject(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".csproj" or ".vbproj" or ".fsproj" or ".vcxproj";

    /// <summary>The projects that a solution names, by their full paths. Never throws on bad data.</summary>
    public static IReadOnlyList<string> OfSolution(string solution)
    {
        try
        {
            var folder = Path.GetDirectoryName(solution)!;
            var names = Path.GetExtension(solution).ToLowerInvariant() switch
            {
                ".sln" => SolutionLine().Matches(File.ReadAllText(solution)).Select(m => m.Groups[1].Value),
                ".slnx" => XDocument
                    .Load(solution)
                    .Descendants()
                    .Where(e => e.Name.LocalName == "Project")
                    .Select(e => e.Attribute("Path")?.Value ?? ""),
                ".slnf" => OfFilter(File.ReadAllBytes(solution), ref folder),
                _ => [],
            };
            return names
                .Select(n => Path.GetFullPath(Path.Combine(folder, n.Replace('\\', '/'))))
                .Where(IsProject)
                .Distinct(StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A solution that cannot be read cannot be built either, and that is said.
            return [];
        }
    }

    /// <summary>The projects below a folder, by their full paths, and files that are programs by themselves.</summary>
    public static IEnumerable<string> Below(string folder) => Files(folder, f => IsProject(f) || IsFileBasedApp(f));

    /// <summary>The files below a folder, output and hidden folders and links passed over.</summary>
    public static IEnumerable<string> Files(string folder, Func<string, bool> isWanted)
    {
        var options = new EnumerationOptions
        {
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
        };
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var here))
        {
            if (!Directory.Exists(here))
                continue;
            foreach (
                var file in Directory.EnumerateFiles(here, "*", options).Where(isWanted).Order(StringComparer.Ordinal)
            )
                yield return file;
            foreach (var below in Directory.EnumerateDirectories(here, "*", options))
                if (Path.GetFileName(below) is var name && !PassedOver.Contains(name) && !name.StartsWith('.'))
                    folders.Push(below);
        }
    }

    // `dotnet run file.cs`: its directives stand before the code.
    private static bool IsFileBasedApp(string path)
    {
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            return false;
        using var reader = new StreamReader(InputFile.Open(path, PathText.Shown(path)));
        for (var line = 0; line < 20 && reader.ReadLine() is { } text; line++)
        {
            if (
                text.StartsWith("#:", StringComparison.Ordinal)
                || (line == 0 && text.StartsWith("#!", StringComparison.Ordinal))
            )
                return true;
            if (text.Length > 0 && !text.StartsWith("//", StringComparison.Ordinal))
                return false;
        }

        return false;
    }

    private static List<string> OfFilter(byte[] filter, ref string folder)
    {
        var text = JsonText.Read(filter);
        if (
            text.Error is not null
            || !text.Root.TryGetMember("solution", out var solution)
            || !solution.TryGetMember("projects", out var projects)
        )
            return [];
        // Projects are named from the folder of the solution that is filtered.
        if (solution.TryGetMember("path", out var path) && path.Kind == JsonKind.String)
            folder =
                Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, path.GetString().Replace('\\', '/'))))
                ?? folder;
        return projects.Items().Where(p => p.Kind == JsonKind.String).Select(p => p.GetString()).ToList();
    }

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "([^"]*)",""", RegexOptions.Multiline)]
    private static partial Regex SolutionLine();
}
