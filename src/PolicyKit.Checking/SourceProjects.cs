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
    // What tools keep for themselves.
    private static readonly HashSet<string> OfTools = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cache",
        ".dotnet",
        ".git",
        ".hg",
        ".idea",
        ".nuget",
        ".svn",
        ".vs",
        ".vscode",
        "node_modules",
    };

    private static readonly EnumerationOptions Quiet = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
    };

    /// <summary>Whether a file is a project of a language that is compiled.</summary>
    public static bool IsProject(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".csproj" or ".vbproj" or ".fsproj" or ".vcxproj" or ".ilproj";

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

    /// <summary>The configurations that a solution names. Never throws on bad data.</summary>
    public static IReadOnlyList<string> ConfigurationsOf(string solution)
    {
        try
        {
            return Path.GetExtension(solution).ToLowerInvariant() switch
            {
                ".sln" => ConfigurationLine()
                    .Matches(File.ReadAllText(solution))
                    .Select(m => m.Groups[1].Value)
                    .ToList(),
                ".slnx" => XDocument
                    .Load(solution)
                    .Descendants()
                    .Where(e => e.Name.LocalName == "BuildType" && e.Parent?.Name.LocalName == "Configurations")
                    .Select(e => e.Attribute("Name")?.Value ?? "")
                    .Where(n => n.Length > 0)
                    .ToList(),
                _ => [],
            };
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The projects below a folder, by their full paths, and files that are programs by themselves.</summary>
    public static IEnumerable<string> Below(string folder) => Files(folder, f => IsProject(f) || IsFileBasedApp(f));

    /// <summary>The folders below a folder that cannot be listed: nobody knows what they hold.</summary>
    public static IEnumerable<string> Unreadable(string folder) => Folders(folder).Where(here => !CanBeListed(here));

    /// <summary>The links below a folder that lead to a folder outside of it: nobody follows them.</summary>
    public static IEnumerable<string> LinksOutOf(string folder) =>
        Folders(folder)
            .Where(Directory.Exists)
            .SelectMany(here => Directory.EnumerateDirectories(here, "*", new EnumerationOptions()))
            .Where(here => TargetOf(here) is { } target && target != folder && !CheckTarget.IsIn(target, folder))
            .Order(StringComparer.Ordinal);

    /// <summary>The files below a folder; output, what tools keep for themselves, and links passed over.</summary>
    public static IEnumerable<string> Files(string folder, Func<string, bool> isWanted)
    {
        foreach (var here in Folders(folder).Where(Directory.Exists))
        foreach (var file in Directory.EnumerateFiles(here, "*", Quiet).Where(isWanted).Order(StringComparer.Ordinal))
            yield return file;
    }

    private static IEnumerable<string> Folders(string folder)
    {
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var here))
        {
            yield return here;
            if (!Directory.Exists(here))
                continue;
            foreach (var below in Directory.EnumerateDirectories(here, "*", Quiet))
                if (!IsPassedOver(below, here))
                    folders.Push(below);
        }
    }

    // A folder is not what its name says: output lies beside a project, and packages hold what NuGet unpacked.
    private static bool IsPassedOver(string folder, string above)
    {
        var name = Path.GetFileName(folder).ToLowerInvariant();
        if (OfTools.Contains(name))
            return true;
        if (name is "bin" or "obj")
            return Path.GetFileName(above) == "artifacts"
                || Directory.EnumerateFiles(above, "*proj", Quiet).Any(IsProject);
        return Path.GetFileName(above).Equals("packages", StringComparison.OrdinalIgnoreCase)
            && Directory.EnumerateFiles(folder, "*.nupkg", Quiet).Any();
    }

    private static bool CanBeListed(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? TargetOf(string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a source file is a program by itself: a script, or what `dotnet run file.cs` runs.</summary>
    public static bool IsFileBasedApp(string path)
    {
        if (path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            return false;
        // Its directives stand before the code.
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

    // Inside GlobalSection(SolutionConfigurationPlatforms): Debug|Any CPU = Debug|Any CPU
    [GeneratedRegex("""^\s*([^|={}\r\n]+)\|[^=\r\n]+ = \1\|""", RegexOptions.Multiline)]
    private static partial Regex ConfigurationLine();
}
