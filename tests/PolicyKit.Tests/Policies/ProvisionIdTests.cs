using PolicyKit.Policies;

namespace PolicyKit.Tests.Policies;

public sealed class ProvisionIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("measures.outsourcing.social-media")]
    [InlineData("a1.2b.3-4")]
    public void Takes_words_joined_by_dots_and_hyphens(string text) =>
        Assert.Equal(text, ProvisionId.TryParse(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("A")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a..b")]
    [InlineData("a-.b")]
    [InlineData("a.-b")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("条項")]
    public void Takes_nothing_else(string text) => Assert.Null(ProvisionId.TryParse(text));
}
