namespace PolicyKit.Json.Tests;

/// <summary>What the configuration of .NET allows beside JSON is read where it is asked for, and the positions stay.</summary>
public sealed class JsonReadOptionsTests
{
    private static readonly JsonReadOptions Lenient = JsonReadOptions.Lenient;

    [Theory]
    [InlineData("// before\n{ \"a\": 1 }")]
    [InlineData("{ /* in */ \"a\" /* between */ : /* and */ 1 // behind\n }")]
    [InlineData("{ \"a\": 1 } // at the end")]
    [InlineData("{ \"a\": 1, }")]
    [InlineData("{ \"a\": 1, /* none follows */ }")]
    [InlineData("{ \"a\": 1 /**/ }")]
    public void Reads_comments_and_trailing_commas(string text)
    {
        Assert.Null(Read(text, Lenient).Error);
        Assert.True(Read(text, Lenient).TryFind("/a", out var value));
        Assert.Equal("1", value.RawText);
        Assert.NotNull(Read(text, JsonReadOptions.Default).Error);
    }

    [Theory]
    [InlineData("{ , }")]
    [InlineData("[ 1,, ]")]
    [InlineData("{ \"a\": 1, ]")]
    [InlineData("{ \"a\" / 1 }")]
    [InlineData("{ \"a\": 1 /* never closed }")]
    public void Refuses_everything_else(string text) => Assert.NotNull(Read(text, Lenient).Error);

    [Fact]
    public void A_string_that_looks_like_a_comment_is_a_string()
    {
        Assert.True(Read("{ \"a\": \"https://x /* y */\" }", Lenient).TryFind("/a", out var value));
        Assert.Equal("https://x /* y */", value.GetString());
    }

    [Fact]
    public void Positions_count_what_was_skipped()
    {
        Assert.True(Read("// one\n{ /* two\n */ \"a\": 1 }", Lenient).TryFind("/a", out var value));
        Assert.Equal((3, 10), (value.Position.Line, value.Position.Column));
    }

    private static JsonText Read(string text, JsonReadOptions options) =>
        JsonText.Read(System.Text.Encoding.UTF8.GetBytes(text), options);
}
