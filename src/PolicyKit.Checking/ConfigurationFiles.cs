using System.Xml;
using System.Xml.Linq;
using PolicyKit.Analyzers.Topics.Configuration;

namespace PolicyKit.Checking;

/// <summary>The configuration files of a program, found as the build and the running program find them:
/// by their names in any case, beside the project, in the output, through links and by what another file includes.</summary>
internal static class ConfigurationFiles
{
    /// <summary>
    /// The names that are judged, lower case; the targets of the analyzers' package name the same (a test compares
    /// them).
    /// </summary>
    public static IReadOnlyList<string> Patterns { get; } =
    [
        "appsettings*.json",
        "secrets.json",
        "hosting.json",
        "properties/launchsettings.json",
        "web.config",
        "web.*.config",
        "app.config",
        "app.*.config",
        "connectionstrings.config",
        "appsettings.config",
        ".env",
        ".env.*",
        "appsettings*.ini",
    ];

    /// <summary>
    /// The files that are judged, and those that hold configuration and are of a kind that no rule reads, by their
    /// full paths.
    /// </summary>
    public static (IReadOnlyList<string> Judged, IReadOnlyList<string> Unread) Of(CompilerCall call)
    {
        var folder = Path.GetDirectoryName(call.Project)!;
        var (judged, unread) = (
            new SortedSet<string>(StringComparer.Ordinal),
            new SortedSet<string>(StringComparer.Ordinal)
        );
        foreach (var file in Beside(folder))
            if (IsJudged(file, folder))
                judged.Add(file);
            else if (IsUnread(file))
                unread.Add(file);
        foreach (var item in call.Logged?.Items.Where(i => i.Type != "Reference" && i.IsCopied) ?? [])
        {
            var (path, name) = (Path.GetFullPath(item.Path), item.Link.Length > 0 ? item.Link : item.Path);
            if (!File.Exists(path))
                continue;
            if (IsJudged(name, folder) || IsJudged(path, folder))
                judged.Add(path);
            else if (IsUnread(name))
                unread.Add(path);
        }

        foreach (var included in judged.ToList().SelectMany(Included))
            judged.Add(included);
        return (judged.ToList(), unread.Except(judged).ToList());
    }

    /// <summary>A file as the rules read it. Its path stays whole: what waivers name is found from it.</summary>
    /// <exception cref="CheckException">It cannot be read.</exception>
    public static ConfigurationFile Read(string path) => ConfigurationFile.Read(path, InputText.Of(path));

    private static IEnumerable<string> Beside(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder)
                .Concat(
                    Directory
                        .EnumerateDirectories(folder)
                        .Where(d =>
                            string.Equals(Path.GetFileName(d), "Properties", StringComparison.OrdinalIgnoreCase)
                        )
                        .SelectMany(d => Directory.EnumerateFiles(d))
                );

    private static bool IsJudged(string path, string folder)
    {
        var name = Path.GetFileName(path.Replace('\\', '/')).ToLowerInvariant();
        return Patterns.Any(p =>
            p.Contains('/', StringComparison.Ordinal)
                ? name == "launchsettings.json"
                    && !string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal)
                : Fits(name, p)
        );
    }

    // One star, in the middle or not at all.
    private static bool Fits(string name, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? name == pattern
            : name.Length >= pattern.Length - 1
                && name.StartsWith(pattern[..star], StringComparison.Ordinal)
                && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }

    private static bool IsUnread(string path)
    {
        var name = Path.GetFileName(path.Replace('\\', '/')).ToLowerInvariant();
        var extension = Path.GetExtension(name);
        return name is "nlog.config" or "log4net.config" or "settings.json"
            || (
                extension is ".yaml" or ".yml" or ".xml" or ".toml"
                && (
                    name.StartsWith("appsettings", StringComparison.Ordinal)
                    || name.StartsWith("config", StringComparison.Ordinal)
                    || name.StartsWith("settings", StringComparison.Ordinal)
                    || name.StartsWith("docker-compose", StringComparison.Ordinal)
                )
            );
    }

    // <connectionStrings configSource="..."/> and <appSettings file="..."/>: a part that lies in a file of its own.
    private static IEnumerable<string> Included(string file)
    {
        if (!file.EndsWith(".config", StringComparison.OrdinalIgnoreCase))
            return [];
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(InputText.Of(file)),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            return XDocument
                .Load(reader)
                .Descendants()
                .Attributes()
                .Where(a => a.Name.LocalName is "configSource" or "file")
                .Select(a => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, a.Value.Replace('\\', '/'))))
                .Where(File.Exists)
                .ToList();
        }
        catch (Exception e) when (e is XmlException or ArgumentException or CheckException)
        {
            return [];
        }
    }
}
