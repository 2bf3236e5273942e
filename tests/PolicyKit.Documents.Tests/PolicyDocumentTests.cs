using System.Text.RegularExpressions;
using PolicyKit.Documents;
using PolicyKit.Packs.MohSewerage;
using PolicyKit.Testing;

namespace PolicyKit.Documents.Tests;

public sealed class PolicyDocumentTests
{
    private const string Source = "policy/basic-policy.source.md";

    [SharedMaterialFact(Source)]
    public void Markdown_gives_the_official_text_back() =>
        Assert.Equal(Official(), Bare(PolicyDocument.Render(MohSewerage.Policy, DocumentFormat.Markdown)));

    [SharedMaterialFact(Source)]
    public void Plain_text_gives_the_official_text_back() =>
        Assert.Equal(Official(), Bare(PolicyDocument.Render(MohSewerage.Policy, DocumentFormat.PlainText)));

    [Fact]
    public void Every_line_ends_with_lf_and_the_text_with_one() =>
        Assert.All(
            [DocumentFormat.Markdown, DocumentFormat.PlainText],
            format =>
            {
                var text = PolicyDocument.Render(MohSewerage.Policy, format);
                Assert.DoesNotContain('\r', text);
                Assert.True(text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal));
            }
        );

    private static string Official()
    {
        var text = File.ReadAllText(Path.Combine(Repository.SharedMaterial, Source));
        // The last column of the table of contents is the page number.
        return Bare(Regex.Replace(text, "^([0-9]+\t[^\t\n]+)\t[0-9]+\\s*$", "$1", RegexOptions.Multiline));
    }

    // White space, heading marks and list marks set aside, and nothing else.
    private static string Bare(string text) =>
        Regex.Replace(Regex.Replace(text.TrimStart('\uFEFF'), @"^\s*(#+|-)\s+", "", RegexOptions.Multiline), @"\s", "");
}
