using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Checking.Io;
using PolicyKit.Compliance;
using PolicyKit.Findings;

namespace PolicyKit.Checking;

/// <summary>The configuration files of a project, taken from its folder and not from what the project says.</summary>
internal static class ConfigurationTexts
{
    /// <summary>The word by which the rules know a configuration file.</summary>
    public const string Role = "configuration";

    public static IReadOnlyList<ConfigurationText> Beside(string project)
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
            .Select(f => new ConfigurationText(
                PathText.Shown(f),
                Encoding.UTF8.GetString(InputFile.Bytes(f, PathText.Shown(f))).TrimStart('\uFEFF')
            ))
            .ToList();
    }
}

/// <summary>A configuration file as the rules read it, and as a frame shows it.</summary>
internal sealed class ConfigurationText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The values that a rule about secrets points at: no frame of any rule shows them.</summary>
    public List<Reading.Location> Secrets { get; } = [];

    /// <summary>The line of a finding, the secrets in it masked, their quotes apart.</summary>
    public Excerpt? ExcerptAt(Reading.Location at)
    {
        if (at.Start.Line > _text.Lines.Count)
            return null;
        var line = _text.Lines[at.Start.Line - 1].ToString();
        var (start, end) = SpanIn(line, at);
        return Excerpt.Of(
            line,
            start,
            end,
            Secrets.Where(s => s.Start.Line == at.Start.Line).Select(s => Masked(line, s))
        );
    }

    // Of a connection string only the secret parts are masked, by their shape; of another value the whole.
    private static (int Start, int Length) Masked(string line, Reading.Location secret)
    {
        var (start, end) = SpanIn(line, secret);
        if (SecretShapes.Find(line[start..end]).Any())
            return (start, 0);
        return end - start > 1 && line[start] == '"' && line[end - 1] == '"'
            ? (start + 1, end - start - 2)
            : (start, end - start);
    }

    private static (int Start, int End) SpanIn(string line, Reading.Location at)
    {
        var start = Math.Clamp(at.Start.Column - 1, 0, line.Length);
        return (start, at.End.Line == at.Start.Line ? Math.Clamp(at.End.Column - 1, start, line.Length) : line.Length);
    }
}
