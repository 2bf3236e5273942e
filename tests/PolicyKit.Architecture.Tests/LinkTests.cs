using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>What a page links to, and what a comment or a page cites, exists.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [.. Repository.Files().Where(f => f.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_to_a_heading_of_it(string page)
    {
        var text = WithoutCode(File.ReadAllText(Repository.PathOf(page)));
        var dead = Link()
            .Matches(text)
            .Concat(Image().Matches(text))
            .Select(m => m.Groups["target"].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal))
            .Where(t => !Leads(page, t));
        Assert.Empty(dead);
    }

    [Fact]
    public void Every_document_that_is_cited_exists()
    {
        var dead = Repository
            .Files()
            .Where(IsText)
            .SelectMany(file =>
                Citation().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => (file, cited: m.Value))
            )
            .Where(c => !Exists(c.cited));
        Assert.Empty(dead);
    }

    [Fact]
    public void Nothing_cites_a_document_that_is_not_in_the_repository()
    {
        var dangling = Repository
            .Files()
            .Where(IsText)
            .Where(f => !f.EndsWith(nameof(LinkTests) + ".cs", StringComparison.Ordinal))
            .SelectMany(file =>
                Elsewhere().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => (file, m.Value))
            );
        Assert.Empty(dangling);
    }

    private static bool Leads(string page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? page : Combine(page, Uri.UnescapeDataString(parts[0]));
        var full = Repository.PathOf(file);
        if (!File.Exists(full) && !Directory.Exists(full))
            return false;
        return parts.Length == 1 || Headings(full).Contains(parts[1]);
    }

    private static string Combine(string page, string target) =>
        Path.GetRelativePath(
            Repository.Root,
            Path.GetFullPath(Path.Combine(Repository.PathOf(page), "..", target.TrimEnd('/')))
        );

    // As GitHub makes anchors: lower case, spaces to hyphens, punctuation away.
    private static IEnumerable<string> Headings(string file) =>
        Heading()
            .Matches(WithoutCode(File.ReadAllText(file)))
            .Select(m => NotInAnchor().Replace(m.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    // Of a decision its number is enough.
    private static bool Exists(string cited) =>
        Repository.Files().Any(f => f == cited || f.StartsWith(cited + "-", StringComparison.Ordinal));

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".md" or ".csproj" or ".props" or ".targets" or ".resx" or ".py" or ".mjs"
        || file.EndsWith("/run", StringComparison.Ordinal);

    private static string WithoutCode(string text) => Code().Replace(text, "");

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"^#+ (?<title>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w/.-])docs/(?:decisions/\d{4}(?:-[\w-]+\.md)?|[\w/-]+(?:\.\w+)+)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\b(?:DESIGN|STYLE|RULES)(?:\.md\b|\b(?= §|:|, ))|house-review|\.\./shared/research")]
    private static partial Regex Elsewhere();
}
