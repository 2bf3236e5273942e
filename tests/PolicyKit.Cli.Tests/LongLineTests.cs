using PolicyKit.Findings;

namespace PolicyKit.Cli.Tests;

/// <summary>A minified file is one line, and each of its findings shows a part of it.</summary>
public sealed class LongLineTests
{
    private const string Secret = "\"DbPassword\": \"Kaw4goe#2026\", ";

    private static readonly string Line = string.Concat(Enumerable.Repeat("\"name\": \"value\", ", 50_000));

    [Theory]
    [InlineData(0)]
    [InlineData(3_990)]
    [InlineData(400_000)]
    [InlineData(849_980)]
    public void Shows_the_part_around_the_place(int at)
    {
        var excerpt = Excerpt.Of(Line, at, at + 6);
        Assert.Equal(Line.Substring(at, 6), excerpt.Text[excerpt.MarkStart..excerpt.MarkEnd]);
        Assert.True(excerpt.Text.Length <= 16_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_980)]
    [InlineData(400_000)]
    public void Masks_what_stands_near_the_place(int at)
    {
        var excerpt = Excerpt.Of(Line.Insert(at, Secret), at + Secret.Length, at + Secret.Length + 4);
        Assert.DoesNotContain("Kaw4goe", excerpt.Text, StringComparison.Ordinal);
        Assert.Contains("********", excerpt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_a_part_that_the_rule_points_at_and_ends_a_mark_within_the_line()
    {
        var excerpt = Excerpt.Of(Line, 400_000, Line.Length, [(400_010, 20), (0, 5), (849_000, 100)]);
        Assert.StartsWith(
            Line.Substring(400_000, 10) + "********",
            excerpt.Text[excerpt.MarkStart..],
            StringComparison.Ordinal
        );
        Assert.Equal(excerpt.Text.Length, excerpt.MarkEnd);
    }

    [Fact]
    public void Is_the_whole_of_an_ordinary_line()
    {
        const string ordinary = "var a = 1; // value";
        Assert.Equal(new Excerpt(ordinary, 4, 5), Excerpt.Of(ordinary, 4, 5));
    }
}
