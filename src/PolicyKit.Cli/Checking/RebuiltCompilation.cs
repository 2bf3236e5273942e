using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Cli.Checking;

/// <summary>A compilation made again from the compiler's command line, its generators run: what the project's own compiler saw.</summary>
/// <param name="Compilation">The compilation, generated code included.</param>
/// <param name="AdditionalTexts">The additional files.</param>
/// <param name="Options">The analyzer config options of the project.</param>
/// <param name="Failures">What could not be made again: generators that fail or cannot be loaded, files that are gone, errors that the project's own build did not have.</param>
internal sealed record RebuiltCompilation(Compilation Compilation, ImmutableArray<AdditionalText> AdditionalTexts, ConfigOptions Options, IReadOnlyList<string> Failures)
{
    public static RebuiltCompilation From(CompilerCall call)
    {
        var (arguments, failures) = (call.Arguments, new List<string>());
        var options = ConfigOptions.Read(arguments.AnalyzerConfigPaths, failures);
        var additional = arguments.AdditionalFiles.Select(f => (AdditionalText)new FileText(f.Path)).ToImmutableArray();
        var trees = arguments.SourceFiles.Select(file => Parse(file.Path, arguments, failures)).OfType<SyntaxTree>();
        var references = arguments.MetadataReferences.Where(r => Exists(r.Reference, failures))
            .Select(r => MetadataReference.CreateFromFile(r.Reference, r.Properties));
        Compilation compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(arguments.OutputFileName ?? call.Project),
            trees,
            references,
            arguments.CompilationOptions.WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default).WithConcurrentBuild(true));
        compilation = RunGenerators(compilation, arguments, additional, options, failures);
        failures.AddRange(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && !IsSigning(d)).Take(5).Select(d => d.ToString()));
        return new RebuiltCompilation(compilation, additional, options, failures);
    }

    private static Compilation RunGenerators(Compilation compilation, CSharpCommandLineArguments arguments, ImmutableArray<AdditionalText> additional, ConfigOptions options, List<string> failures)
    {
        var loader = new GeneratorLoader(arguments.AnalyzerReferences.Select(r => r.FilePath));
        var generators = new List<ISourceGenerator>();
        foreach (var reference in arguments.AnalyzerReferences.Where(r => Exists(r.FilePath, failures)))
        {
            var file = new AnalyzerFileReference(Path.GetFullPath(reference.FilePath), loader);
            file.AnalyzerLoadFailed += (_, e) =>
            {
                // A file without generators is no failure; the project's analyzers are not run here.
                if (e.ErrorCode is not AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers) failures.Add($"{Path.GetFileName(reference.FilePath)}: {e.Message}");
            };
            generators.AddRange(file.GetGenerators(LanguageNames.CSharp));
        }

        if (generators.Count == 0) return compilation;
        CSharpGeneratorDriver.Create(generators, additional, arguments.ParseOptions, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        // CS8784 and CS8785: a generator threw, and its code is missing.
        failures.AddRange(diagnostics.Where(d => d.Id is "CS8784" or "CS8785" || d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        return updated;
    }

    private static SyntaxTree? Parse(string path, CSharpCommandLineArguments arguments, List<string> failures)
    {
        if (!Exists(path, failures)) return null;
        using var stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm), arguments.ParseOptions, path);
    }

    private static bool Exists(string path, List<string> failures)
    {
        if (File.Exists(path)) return true;
        failures.Add(path);
        return false;
    }

    // The keys of a signed assembly are not needed to look at its code.
    private static bool IsSigning(Diagnostic diagnostic) => diagnostic.Id is "CS7027" or "CS7028" or "CS7033";
}

/// <summary>A file as an additional text.</summary>
internal sealed class FileText(string path) : AdditionalText
{
    private readonly Lazy<SourceText?> _text = new(() =>
    {
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    });

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;
}
