using CsCheck;
using PolicyKit.Findings;
using PolicyKit.Reading;

namespace PolicyKit.Tests.Compliance;

/// <summary>No output repeats a secret, and nothing of a checked file can control a terminal.</summary>
public sealed class OutputSafetyTests
{
    [Theory]
    [InlineData("Server=a;Password=hunter2!x;Database=b", "hunter2!x", "Server=a;Password=********;Database=b")]
    [InlineData("Pwd='a b c';Uid=sa", "a b c", "Pwd=********;Uid=sa")]
    [InlineData("https://bob:s3cret@example.jp/", "s3cret", "https://bob:********@example.jp/")]
    [InlineData("x AKIAIOSFODNN7EXAMPLE y", "AKIA", "x ******** y")]
    public void Masks_what_is_a_secret_by_its_shape(string text, string secret, string masked)
    {
        Assert.Equal(masked, SecretShapes.Masked(text));
        Assert.DoesNotContain(secret, SecretShapes.Masked(text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_moves_its_mark_with_the_masks()
    {
        const string line = "f(\"Password=abcdefghijkl;x\", \"later\");";
        var at = line.IndexOf("\"later\"", StringComparison.Ordinal);
        var excerpt = Excerpt.Of(line, at, at + 7, [(at + 1, 5)]);
        Assert.Equal("\"********\"", excerpt.Text[excerpt.MarkStart..excerpt.MarkEnd]);
        Assert.DoesNotContain("later", excerpt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_of_any_line_keeps_its_mark_inside() =>
        Gen.Select(Gen.String[0, 60], Gen.Int[-5, 70], Gen.Int[-5, 70])
            .Sample(
                (line, start, end) =>
                {
                    var excerpt = Excerpt.Of(line, start, end);
                    return excerpt.MarkStart >= 0
                        && excerpt.MarkStart <= excerpt.MarkEnd
                        && excerpt.MarkEnd <= excerpt.Text.Length;
                }
            );

    [Fact]
    public void Control_characters_become_visible() =>
        Assert.Equal("a\\u{1B}[31mb\\u{202E}c d\\u{A}", VisibleText.Of("a\u001B[31mb\u202Ec\td\n"));

    [Fact]
    public void No_text_keeps_a_control_character() =>
        Gen.String.Sample(text =>
            !VisibleText.Of(text).Any(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E')
        );

    [Fact]
    public void A_fingerprint_survives_indentation_and_tells_equals_apart()
    {
        var rule = RuleId.Parse("PK6101");
        Assert.Equal(Fingerprint.Of(rule, "a.cs", "  x;", 0), Fingerprint.Of(rule, "a.cs", "x;", 0));
        Assert.NotEqual(Fingerprint.Of(rule, "a.cs", "x;", 0), Fingerprint.Of(rule, "a.cs", "x;", 1));
        Assert.NotEqual(Fingerprint.Of(rule, "a.cs", "x;", 0), Fingerprint.Of(rule, "b.cs", "x;", 0));
    }
}
