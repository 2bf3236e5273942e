using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>The examples in the libraries' README files compile as they stand.</summary>
public sealed partial class ReadmeExampleTests
{
    public static TheoryData<string> Readmes =>
        [
            .. ProjectSources
                .Product.Select(p => Path.Combine(p, "README.md"))
                .Where(f => File.Exists(Repository.PathOf(f)) && Examples(f).Count > 0),
        ];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void An_example_compiles(string readme) =>
        Assert.All(
            Examples(readme),
            example =>
                Assert.DoesNotContain(
                    Compile(example).GetDiagnostics(),
                    diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                )
        );

    [Fact]
    public void The_library_s_example_has_at_most_six_lines() =>
        Assert.InRange(
            Examples(Path.Combine("src", "PolicyKit", "README.md"))[0]
                .Split('\n')
                .Count(line => line.Trim().Length > 0),
            1,
            6
        );

    private static CSharpCompilation Compile(string example)
    {
        var isProgram = !example.Contains("class ", StringComparison.Ordinal);
        return CSharpCompilation.Create(
            "Example",
            [
                CSharpSyntaxTree.ParseText(example),
                CSharpSyntaxTree.ParseText("global using System; global using System.IO; global using System.Linq;"),
            ],
            // Readers of the page do not have the library of the command line whose namespace is named like a type
            // of ours.
            ProjectSources.References.Where(r =>
                Path.GetFileName(r.Display)?.StartsWith("DocumentFormat.OpenXml", StringComparison.Ordinal) != true
            ),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary
            )
        );
    }

    private static List<string> Examples(string readme) =>
        [.. Example().Matches(File.ReadAllText(Repository.PathOf(readme))).Select(m => m.Groups["code"].Value)];

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
