using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// From where a page in a text loads what it is made of: scripts, frames, images, style sheets. Links for people are
/// none of these.
/// </summary>
internal static class HtmlOrigins
{
    private const string Host = "(?:https?:)?//(?<host>[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z0-9-]+)(?=[:/\"'?\\s>]|$)";

    private static readonly Lazy<Regex> Loaded = new(() =>
        new Regex(
            $"<(?:script|iframe|frame|img|embed|source|video|audio|object)\\b[^>]*?\\b(?:src|data)\\s*=\\s*[\"']?{Host}"
                + $"|<link\\b(?=[^>]*\\brel\\s*=\\s*[\"']?(?:stylesheet|preload|modulepreload|icon|preconnect))[^>]*?\\bhref\\s*=\\s*[\"']?{Host}",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    /// <summary>The hosts that a text of HTML loads from.</summary>
    public static IEnumerable<string> In(string text) =>
        text.IndexOf('<') < 0 || text.IndexOf("//", StringComparison.Ordinal) < 0
            ? Enumerable.Empty<string>()
            : Loaded
                .Value.Matches(text)
                .Cast<Match>()
                .Select(m => m.Groups["host"].Value)
                .Distinct(StringComparer.OrdinalIgnoreCase);
}
