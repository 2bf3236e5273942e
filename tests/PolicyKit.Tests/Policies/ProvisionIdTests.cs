using PolicyKit.Policies;

namespace PolicyKit.Tests.Policies;

public sealed class ProvisionIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("measures.outsourcing.social-media")]
    [InlineData("a1.2b.3-4")]
    public void Takes_words_joined_by_dots_and_hyphens(string text) =>
        Assert.Equal(text, ProvisionId.Parse(text).Value);

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
    public void Takes_nothing_else(string text) => Assert.False(ProvisionId.TryParse(text, out _));

    [Fact]
    public void Says_what_it_could_not_parse() =>
        Assert.Contains(
            "`A`",
            Assert.Throws<FormatException>(() => ProvisionId.Parse("A")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Names_are_equal_and_ordered_by_their_characters()
    {
        Assert.True(ControlId.Parse("a.b") == ControlId.Parse("a.b"));
        Assert.True(ControlId.Parse("a.b") != ControlId.Parse("a.c"));
        Assert.Equal(
            ["a-b", "a.b", "b"],
            new[] { "b", "a.b", "a-b" }.Select(ControlId.Parse).Order().Select(id => id.Value)
        );
    }

    [Fact]
    public void The_framework_parses_names_itself() => Assert.Equal("PK6101", Parse<RuleId>("PK6101").Value);

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);
}
