using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>A test is named by a sentence: what is red says what does not hold.</summary>
public sealed partial class TestNameTests
{
    [Fact]
    public void No_test_is_named_by_what_every_test_does()
    {
        var general = Repository
            .Files()
            .Where(f => f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f =>
                General().Matches(File.ReadAllText(Repository.PathOf(f))).Select(m => (f, m.Groups["name"].Value))
            );
        Assert.Empty(general);
    }

    // One word, or one with nothing after it but that it reports nothing.
    [GeneratedRegex(
        @"^    \[(?:Fact|Theory)[^\n]*\n(?:    \[[^\n]*\n)*    public (?:async )?(?:void|Task) "
            + @"(?<name>[A-Z][a-z]+(?:_(?:alone|silent))?)\(",
        RegexOptions.Multiline
    )]
    private static partial Regex General();
}
