using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PolicyKit.Checking;

/// <summary>
/// What a project leaves out of its compilation for everybody to read: patterns in its own file or in those beside it,
/// under no condition but the configuration, the framework or the platform.
/// </summary>
internal sealed partial class SourceExclusions(IReadOnlyList<Regex> patterns, string folder, bool namesAll)
{
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>Of files that belong to no project.</summary>
    public static SourceExclusions None { get; } = new([], "", namesAll: false);

    /// <summary>Reads a project. Never throws on bad data: what cannot be read explains nothing.</summary>
    public static SourceExclusions Of(string project, string top)
    {
        var (patterns, namesAll) = (new List<Regex>(), false);
        var folder = Path.GetDirectoryName(project)!;
        foreach (var file in Above(folder, top).Prepend(project))
            if (Load(file) is { } root)
            {
                var here = Path.GetDirectoryName(file)!;
                patterns.AddRange(root.Descendants().Where(IsPlain).SelectMany(e => PatternsOf(e, folder, here)));
                namesAll |= (file == project && !HasSdk(root)) || root.Descendants().Any(NamesAll);
            }

        return new SourceExclusions(patterns, folder, namesAll);
    }

    /// <summary>Whether the project says that a file is left out.</summary>
    public bool Covers(string file)
    {
        if (folder.Length == 0)
            return false;
        var relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
        // The SDK takes nothing from hidden folders.
        return namesAll
            || relative.Split('/').Any(part => part.StartsWith('.'))
            || patterns.Any(p => p.IsMatch(file.Replace('\\', '/')));
    }

    private static IEnumerable<string> Above(string folder, string top)
    {
        for (var at = folder; at is { Length: > 0 }; at = Path.GetDirectoryName(at))
        {
            foreach (var name in Shared)
                if (Path.Combine(at, name) is var file && File.Exists(file))
                    yield return file;
            if (at == top)
                yield break;
        }
    }

    private static XElement? Load(string file)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(InputText.Of(file)),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            return XDocument.Load(reader).Root;
        }
        catch (Exception e) when (e is XmlException or CheckException)
        {
            return null;
        }
    }

    private static IEnumerable<Regex> PatternsOf(XElement element, string project, string here)
    {
        var text = element.Name.LocalName switch
        {
            "Compile" => element.Attribute("Remove")?.Value + ";" + element.Attribute("Exclude")?.Value,
            "DefaultItemExcludes" or "DefaultExcludesInProjectFolder" => element.Value,
            _ => "",
        };
        return text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => Expanded(p, project, here))
            .Where(p => !p.Contains("$(", StringComparison.Ordinal) && !p.Contains("@(", StringComparison.Ordinal))
            .Select(p => PatternOf(Path.Combine(project, p)));
    }

    private static string Expanded(string pattern, string project, string here) =>
        FolderProperty()
            .Replace(pattern, m => (m.Groups["here"].Success ? here : project) + "/")
            .Replace('\\', '/')
            .Replace("//", "/", StringComparison.Ordinal);

    private static Regex PatternOf(string pattern)
    {
        var text = Regex
            .Escape(Path.GetFullPath(pattern).Replace('\\', '/'))
            .Replace(@"/\*\*/", "/(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{text}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    }

    private static bool HasSdk(XElement root) =>
        root.Attribute("Sdk") is not null
        || root.Elements().Any(e => e.Name.LocalName == "Sdk" || e.Attribute("Sdk") is not null);

    // Nothing is taken by pattern: the project names its sources.
    private static bool NamesAll(XElement element) =>
        element.Name.LocalName is "EnableDefaultCompileItems" or "EnableDefaultItems"
        && string.Equals(element.Value.Trim(), "false", StringComparison.OrdinalIgnoreCase)
        && IsPlain(element);

    // What a target does, or a condition on anything that one build may have and another not, explains nothing.
    private static bool IsPlain(XElement element) =>
        element
            .AncestorsAndSelf()
            .All(e =>
                e.Name.LocalName is not ("Target" or "Choose")
                && (e.Attribute("Condition") is not { } condition || !OtherProperty().IsMatch(condition.Value))
            );

    [GeneratedRegex(@"\$\((MSBuildProjectDirectory|ProjectDir|(?<here>MSBuildThisFileDirectory))\)")]
    private static partial Regex FolderProperty();

    [GeneratedRegex(
        @"@\(|\$\((?!(Configuration|TargetFrameworks?|Platform|OS|RuntimeIdentifier)\)"
            + @"|\[MSBuild\]::Is(OSPlatform|TargetFrameworkCompatible)\()|Exists\("
    )]
    private static partial Regex OtherProperty();
}
