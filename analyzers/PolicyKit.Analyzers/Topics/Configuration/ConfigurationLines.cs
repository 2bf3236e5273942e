using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>
/// Configuration in lines of <c>key=value</c>: .env and .ini files. Two underscores in a key stand for a colon, as they
/// do in environment variables.
/// </summary>
internal static class ConfigurationLines
{
    public static bool IsFor(string name) =>
        name.EndsWith(".ini", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase);

    public static List<ConfigurationEntry> Read(string text)
    {
        var entries = new List<ConfigurationEntry>();
        var section = "";
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number].TrimEnd('\r');
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] is '#' or ';')
                continue;
            if (trimmed[0] == '[' && trimmed[trimmed.Length - 1] == ']')
            {
                section = trimmed.Trim('[', ']').Trim() + ":";
                continue;
            }

            var at = line.IndexOf('=');
            if (at <= 0)
                continue;
            var key = line.Substring(0, at).Trim();
            if (key.StartsWith("export ", StringComparison.Ordinal))
                key = key.Substring("export ".Length).Trim();
            var value = line.Substring(at + 1).Trim();
            var begin = value.Length == 0 ? line.Length : line.IndexOf(value, at + 1, StringComparison.Ordinal);
            entries.Add(
                new ConfigurationEntry(
                    section + key.Replace("__", ":"),
                    Unquoted(value),
                    new LinePositionSpan(
                        new LinePosition(number, begin),
                        new LinePosition(number, begin + value.Length)
                    )
                )
            );
        }

        return entries;
    }

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0]
            ? value.Substring(1, value.Length - 2)
            : value;
}
