using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Cli.Tests;

/// <summary>A generator that writes a credential, and one that throws, compiled against the same floor as the analyzers.</summary>
internal static class GeneratorAssembly
{
    private const string Source = """
        using System;
        using Microsoft.CodeAnalysis;
        [Generator(LanguageNames.CSharp)]
        public sealed class WritingGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
              context.RegisterPostInitializationOutput(c => c.AddSource("g.cs",
              "class G { const string GeneratedPassword = \"Kaw4goe#2026\"; }"));
        }
        [Generator(LanguageNames.CSharp)]
        public sealed class FailingGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
              context.RegisterSourceOutput(context.CompilationProvider, (_, _) => throw new
              InvalidOperationException("no"));
        }
        """;

    /// <param name="path">Where the assembly goes.</param>
    /// <param name="source">Its code, where it is not that of the two.</param>
    public static void Write(string path, string source = Source)
    {
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var roslyn = new[]
        {
            "microsoft.codeanalysis.common/4.8.0/lib/netstandard2.0/Microsoft.CodeAnalysis.dll",
        }.Select(p => Path.Combine(packages, p));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p =>
                Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll"
            );
        var compilation = CSharpCompilation.Create(
            "gen",
            [CSharpSyntaxTree.ParseText(source)],
            roslyn.Concat(platform).Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
    }
}
