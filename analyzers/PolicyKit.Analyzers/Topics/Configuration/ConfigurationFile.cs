using System.Text;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Json;

namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>
/// A configuration file of .NET: appsettings*.json, launchSettings.json, web.config, app.config, and lines of
/// key=value. What cannot be read has no entries: the program that reads it says so itself.
/// </summary>
public sealed class ConfigurationFile
{
    /// <summary>The word in <c>PolicyKitRole</c> that tells a configuration file from the files of the pack.</summary>
    public const string Role = "configuration";

    private ConfigurationFile(string path, SourceText text, IReadOnlyList<ConfigurationEntry> entries) =>
        (Path, Text, Entries) = (path, text, entries);

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The content.</summary>
    public SourceText Text { get; }

    /// <summary>The values that are written in it.</summary>
    public IReadOnlyList<ConfigurationEntry> Entries { get; }

    /// <summary>
    /// The environment that the file is for (appsettings.Development.json: Development); null for all.
    /// Web.Debug.config is what a developer runs.
    /// </summary>
    public string? Environment
    {
        get
        {
            var name = FileName(Path);
            var bare = name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
            if (string.Equals(bare, "launchSettings", StringComparison.OrdinalIgnoreCase))
                return "Development";
            if (bare.IndexOf('.') is not (> 0 and var dot))
                return null;
            var (first, second) = (bare.Substring(0, dot), bare.Substring(dot + 1));
            if (IsXml(name) && IsAnyOf(first, "Web", "App"))
                return IsAnyOf(second, "Debug", "Development") ? "Development" : null;
            if (!first.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase))
                return null;
            return IsAnyOf(second, "Development") ? "Development" : second;
        }
    }

    /// <summary>
    /// Whether a path is that of the file whose values replace those of this one in production: .NET reads
    /// appsettings.json first and appsettings.Production.json over it, and Web.Release.config transforms Web.config
    /// when it is published.
    /// </summary>
    internal bool IsReplacedBy(string path) =>
        (
            (IsAnyOf(FileName(Path), "appsettings.json") && IsAnyOf(FileName(path), "appsettings.Production.json"))
            || (
                IsAnyOf(FileName(Path), "Web.config")
                && IsAnyOf(FileName(path), "Web.Release.config", "Web.Production.config")
            )
        )
        && System.IO.Path.GetDirectoryName(Path) == System.IO.Path.GetDirectoryName(path);

    /// <summary>This file without what another replaces. Keys are compared as .NET does, without case.</summary>
    internal ConfigurationFile Under(ConfigurationFile other)
    {
        var replaced = new HashSet<string>(other.Entries.Select(e => e.Key), StringComparer.OrdinalIgnoreCase);
        foreach (var transform in other.Entries.Where(e => e.Name == ConfigurationXml.Transform))
            replaced.UnionWith(ConfigurationXml.Removed(transform, Entries));
        return new ConfigurationFile(Path, Text, Entries.Where(e => !replaced.Contains(e.Key)).ToList());
    }

    /// <summary>Reads a file by its name: XML, lines of key=value, or JSON.</summary>
    public static ConfigurationFile Read(string path, string text) =>
        new(path, SourceText.From(text), EntriesOf(FileName(path), text));

    private static List<ConfigurationEntry> EntriesOf(string name, string text)
    {
        if (IsXml(name))
            return ConfigurationXml.Read(text);
        return ConfigurationLines.IsFor(name) ? ConfigurationLines.Read(text) : Json(text);
    }

    // The analyzer runs on Linux over the paths of Windows, too.
    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(new[] { '/', '\\' }) + 1);

    private static bool IsXml(string name) =>
        name.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsAnyOf(string name, params string[] names) =>
        Array.Exists(names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    private static List<ConfigurationEntry> Json(string text)
    {
        var entries = new List<ConfigurationEntry>();
        var json = JsonText.Read(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), JsonReadOptions.Lenient);
        if (json.Error is null)
            Add(json.Root, "", entries);
        return entries;
    }

    private static void Add(JsonValue value, string key, List<ConfigurationEntry> entries)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                foreach (var member in value.Members())
                    Add(member.Value, key.Length == 0 ? member.Name : key + ":" + member.Name, entries);
                break;
            case JsonKind.Array:
                var i = 0;
                foreach (var item in value.Items())
                    Add(item, key + ":" + i++.ToString(System.Globalization.CultureInfo.InvariantCulture), entries);
                break;
            case JsonKind.String:
                entries.Add(
                    new ConfigurationEntry(
                        key,
                        value.GetString(),
                        new LinePositionSpan(Place(value.Position), Place(value.EndPosition))
                    )
                );
                break;
            case JsonKind.True or JsonKind.False or JsonKind.Number:
                entries.Add(
                    new ConfigurationEntry(
                        key,
                        value.RawText,
                        new LinePositionSpan(Place(value.Position), Place(value.EndPosition)),
                        IsText: false
                    )
                );
                break;
        }
    }

    private static LinePosition Place(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
