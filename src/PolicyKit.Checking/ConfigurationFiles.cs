using System.Text;
using PolicyKit.Analyzers.Topics.Configuration;

namespace PolicyKit.Checking;

/// <summary>The configuration files of a project, taken from its folder and not from what the project says.</summary>
internal static class ConfigurationFiles
{
    public static IReadOnlyList<ConfigurationFile> Beside(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        if (!Directory.Exists(folder))
            return [];
        var launch = Path.Combine(folder, "Properties", "launchSettings.json");
        return Directory
            .GetFiles(folder, "appsettings*.json")
            .Concat(
                Directory
                    .GetFiles(folder, "*.config")
                    .Where(f => Path.GetFileName(f).ToLowerInvariant() is "web.config" or "app.config")
            )
            .Concat(File.Exists(launch) ? [launch] : [])
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToList();
    }

    private static ConfigurationFile Read(string path)
    {
        var shown = PathText.Shown(path);
        return ConfigurationFile.Read(shown, Encoding.UTF8.GetString(InputFile.Bytes(path, shown)).TrimStart('\uFEFF'));
    }
}
