using System.Text.RegularExpressions;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>
/// Secret values in a text that is neither JSON nor YAML as yet: the mistake may stand at the very password.
/// </summary>
internal static class SecretLines
{
    // A name, quoted or not, and what people type for a colon.
    private static readonly Regex Named = new(
        "^[\\s{,\\[-]*[\"'\u201C\uFF02]?(?<name>[\\p{L}_$][\\p{L}\\p{N}_.$ -]{0,60})[\"'\u201D\uFF02]?\\s*[:;=\uFF1A]+\\s*",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Within = new(
        "[\"'\u201C\uFF02](?<name>[\\p{L}_$][\\p{L}\\p{N}_.$ -]{0,60})[\"'\u201D\uFF02]\\s*[:;=\uFF1A]+\\s*",
        RegexOptions.CultureInvariant
    );

    private static readonly string[] NameMembers = { "name", "key", "\u540D\u79F0", "\u540D\u524D" };
    private static readonly string[] ValueMembers = { "value", "\u5024" };

    /// <summary>Adds what follows a secret's name on its line, and on the next where nothing follows.</summary>
    public static void Collect(SourceDocument document, List<Location> found)
    {
        // What a named value is called stands a line or two away from it.
        var (goesOn, named) = (false, 0);
        for (var number = 1; document.LineAt(number) is { } line; number++)
        {
            if (goesOn)
                found.Add(At(document, number, 0, line.Length));
            goesOn = false;
            named--;
            foreach (Match match in Matches(line))
            {
                var (name, rest) = (match.Groups["name"].Value.Trim(), line.Substring(match.Index + match.Length));
                if (Array.IndexOf(NameMembers, name) >= 0 && SecretShapes.IsSecretName(Bare(rest)))
                    named = 3;
                if (!SecretShapes.IsSecretName(name) && !(named > 0 && Array.IndexOf(ValueMembers, name) >= 0))
                    continue;
                found.Add(At(document, number, match.Index + match.Length, line.Length));
                goesOn = rest.Trim().TrimStart('|', '>', '[', '{', '-', '+').Length == 0;
            }
        }
    }

    private static IEnumerable<Match> Matches(string line)
    {
        if (Named.Match(line) is { Success: true } first)
            yield return first;
        foreach (Match match in Within.Matches(line))
            yield return match;
    }

    private static string Bare(string value) => value.Trim().TrimEnd(',').Trim('"', '\'', ' ');

    private static Location At(SourceDocument document, int line, int start, int end) =>
        new(document.Path, new TextPosition(line, start + 1), new TextPosition(line, end + 1), "");
}
