using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>
/// What people read is written as an engineer writes it (the glossary of CONTRIBUTING.md); the list of words to avoid
/// is <c>words.data.txt</c>.
/// </summary>
public sealed partial class WordTests
{
    public static TheoryData<string> Avoided => [.. Patterns.Keys];

    private static IReadOnlyDictionary<string, string> Patterns { get; } =
        File.ReadAllLines(Repository.PathOf("tests", "PolicyKit.Architecture.Tests", "words.data.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [MemberData(nameof(Avoided))]
    public void No_message_uses_the_words(string pattern) => None(pattern, Messages.Value);

    [Theory]
    [MemberData(nameof(Avoided))]
    public void No_page_uses_the_words(string pattern) => None(pattern, Pages.Value);

    private static Lazy<List<(string Place, string Text)>> Messages { get; } = new(() => [.. ReadMessages()]);

    private static Lazy<List<(string Place, string Text)>> Pages { get; } = new(() => [.. ReadPages()]);

    private static void None(string pattern, IEnumerable<(string Place, string Text)> texts)
    {
        var words = new Regex(pattern, RegexOptions.Multiline);
        var found = texts
            .Where(t => words.IsMatch(t.Text))
            .Select(t => $"{t.Place}: {Around(t.Text, words.Match(t.Text))} (better: {Patterns[pattern]})");
        Assert.Empty(found);
    }

    private static string Around(string text, Match match)
    {
        var start = Math.Max(0, match.Index - 40);
        return text[start..Math.Min(text.Length, match.Index + match.Length + 40)].ReplaceLineEndings(" ");
    }

    private static IEnumerable<(string Place, string Text)> ReadMessages() =>
        Repository
            .Files()
            .Where(f => f.EndsWith("Messages.en.resx", StringComparison.Ordinal))
            .SelectMany(f =>
                XDocument
                    .Load(Repository.PathOf(f))
                    .Root!.Elements("data")
                    .Select(e => ($"{f} {e.Attribute("name")!.Value}", e.Element("value")!.Value))
            );

    // Pages of rules, documents and the front pages; decisions are a record of their day.
    private static IEnumerable<(string Place, string Text)> ReadPages() =>
        Repository
            .Files()
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("docs/decisions/", StringComparison.Ordinal) && f != "THIRD-PARTY-NOTICES.md")
            .Select(f => (f, Code().Replace(File.ReadAllText(Repository.PathOf(f)), "")));

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
