using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>Lines that fit on a screen and decide one thing each.</summary>
public sealed class ShapeTests
{
    private static readonly Lazy<Measured> Product = new(() => Measure("src", "analyzers"));
    private static readonly Lazy<Measured> Tests = new(() => Measure("tests"));

    [Fact]
    public void Lines_of_the_product_are_no_worse_than_they_were() =>
        Judge(Product.Value, Ceilings.Read().Product, (all, lowered) => all with { Product = lowered });

    [Fact]
    public void Lines_of_the_tests_are_no_worse_than_they_were() =>
        Judge(Tests.Value, Ceilings.Read().Tests, (all, lowered) => all with { Tests = lowered });

    [Fact]
    public void Fewer_than_one_line_in_twenty_is_wider_than_120_columns()
    {
        Assert.True(Product.Value.Found.Over120 < Product.Value.Lines / 20);
        Assert.True(Tests.Value.Found.Over120 < Tests.Value.Lines / 20);
    }

    private static void Judge(Measured measured, ShapeCeiling ceiling, Func<Ceilings, ShapeCeiling, Ceilings> with)
    {
        var found = measured.Found;
        if (Ceilings.Lower && ceiling.LoweredTo(found) is var lowered && lowered != ceiling)
            with(Ceilings.Read(), lowered).Write();
        Assert.True(
            found.LoweredTo(ceiling) == found,
            $"{found} is more than {ceiling}; the worst:\n{string.Join("\n", measured.Worst)}"
        );
    }

    private static Measured Measure(params string[] folders)
    {
        var (lines, over120, over160, ternaries) = (0, 0, 0, 0);
        var worst = new List<string>();
        foreach (var file in folders.SelectMany(ProjectSources.FilesIn))
        {
            var name = Path.GetRelativePath(Repository.Root, file);
            var text = File.ReadAllText(file);
            foreach (var (line, index) in text.Split('\n').Select((line, index) => (line.TrimEnd('\r'), index)))
            {
                lines++;
                if (line.Length > 120)
                    over120++;
                if (line.Length <= 160)
                    continue;
                over160++;
                worst.Add($"{name}:{index + 1} ({line.Length} columns)");
            }

            foreach (var line in TwoTernaries(text))
            {
                ternaries++;
                worst.Add($"{name}:{line} (two conditional expressions)");
            }
        }

        return new Measured(lines, new ShapeCeiling(over120, over160, ternaries), worst);
    }

    private static IEnumerable<int> TwoTernaries(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        return tree.GetRoot()
            .DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .Select(c => tree.GetLineSpan(c.QuestionToken.Span).StartLinePosition.Line + 1)
            .GroupBy(line => line)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
    }

    private sealed record Measured(int Lines, ShapeCeiling Found, IReadOnlyList<string> Worst);
}
