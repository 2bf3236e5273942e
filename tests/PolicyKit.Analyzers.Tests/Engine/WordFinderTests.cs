using PolicyKit.Analyzers.Values;

namespace PolicyKit.Analyzers.Tests.Engine;

public sealed class WordFinderTests
{
    private static readonly WordFinder Finder = new(["password", "パスワード", "Ｐin", "é!", "ß", ""]);

    [Theory]
    [InlineData("password")]
    [InlineData("the PassWord: x")]
    [InlineData("(dbPASSWORD")]
    [InlineData("管理者パスワード")]
    [InlineData("ｐIN")]
    [InlineData("É!")]
    [InlineData("Straße")]
    public void Finds_a_word_whatever_its_case_and_place(string text) => Assert.True(Finder.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("p")]
    [InlineData("passwor")]
    [InlineData("pass word")]
    [InlineData("パスワ")]
    [InlineData("pin")]
    public void Finds_nothing_else(string text) => Assert.False(Finder.IsIn(text));

    [Fact]
    public void Finds_what_a_search_for_each_word_finds()
    {
        var words = new[] { "ab", "Ba", "x", "aab", "日本", "IV" };
        var finder = new WordFinder(words);
        // Every text of up to four of these letters.
        var texts = new List<string> { "" };
        for (var (length, begin) = (0, 0); length < 4; length++)
        {
            var end = texts.Count;
            for (; begin < end; begin++)
                texts.AddRange("aBAbXiv日本 ".Select(c => texts[begin] + c));
        }

        Assert.All(
            texts,
            text =>
                Assert.Equal(
                    Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase)),
                    finder.IsIn(text)
                )
        );
    }
}
