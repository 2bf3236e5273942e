using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Generators that write one thing for the compiler and another for the check.</summary>
public sealed class GeneratedSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("c.AddSource(\"g.cs\", ofCompiler ? Text.Replace(\"1\", \"2\") : Text);")]
    [InlineData("c.AddSource(\"g.cs\", Text); if (ofCompiler) c.AddSource(\"h.cs\", \"class H { }\");")]
    public void A_generator_that_knows_who_runs_it_is_found_out(string write) =>
        Assert.Contains(
            "ソースジェネレーターの出力がビルドの時と異なります (1 件:",
            Check(write, ExitCode.UnreadableDeliverable),
            StringComparison.Ordinal
        );

    [Fact]
    public void One_that_writes_the_same_for_both_is_not_suspected() =>
        Assert.DoesNotContain(
            "ソースジェネレーター",
            Check("c.AddSource(\"g.cs\", Text);", ExitCode.Conforms),
            StringComparison.Ordinal
        );

    private string Check(string write, int expected)
    {
        GeneratorAssembly.Write(
            Path.Combine(_folder.Path, "gen.dll"),
            $$"""
            using Microsoft.CodeAnalysis;
            [Generator(LanguageNames.CSharp)]
            public sealed class HostAware : IIncrementalGenerator
            {
                private const string Text = "class G { public const int Of = 1; /* 生成 */ }";
                public void Initialize(IncrementalGeneratorInitializationContext context)
                {
                    var line = System.Environment.CommandLine;
                    var ofCompiler = line.Contains("csc") || line.Contains("VBCSCompiler");
                    context.RegisterPostInitializationOutput(c => { {{write}} });
                }
            }
            """
        );
        _folder.WriteProject(
            "public static class P { public static void Main() { } }",
            "<ItemGroup><Analyzer Include=\"gen.dll\" /></ItemGroup>"
        );
        var (exitCode, output, error) = Policykit.Run(
            "check",
            _folder.Path,
            "--pack",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage"),
            "--as-of",
            "2026-04-01"
        );
        Assert.True(exitCode == expected, output + error);
        return output;
    }
}
