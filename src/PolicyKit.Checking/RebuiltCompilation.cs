using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Checking;

/// <summary>
/// A compilation made again from the compiler's command line, its generators run: what the project's own compiler
/// saw.
/// </summary>
/// <param name="Compilation">The compilation, generated code included.</param>
/// <param name="AdditionalTexts">The additional files.</param>
/// <param name="Options">The analyzer config options of the project.</param>
/// <param name="Failures">
/// What could not be made again: generators that fail or cannot be loaded, files that are gone, errors that the
/// project's own build did not have.
/// </param>
internal sealed record RebuiltCompilation(
    Compilation Compilation,
    ImmutableArray<AdditionalText> AdditionalTexts,
    ConfigOptions Options,
    IReadOnlyList<string> Failures
)
{
    public static RebuiltCompilation From(CompilerCall call, ReferenceCache cache)
    {
        var (arguments, failures) = (call.Arguments, new List<string>());
        var options = ConfigOptions.Read(arguments.AnalyzerConfigPaths, failures);
        var additional = arguments.AdditionalFiles.Select(f => (AdditionalText)new FileText(f.Path)).ToImmutableArray();
        var trees = arguments.SourceFiles.Select(file => Parse(file.Path, arguments, failures)).OfType<SyntaxTree>();
        var references = arguments
            .MetadataReferences.Select(r => (Path: FullPath(r.Reference, arguments), r.Properties))
            .Where(r => Exists(r.Path, failures))
            .Select(r => cache.Get(r.Path, r.Properties));
        Compilation compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(arguments.OutputFileName ?? call.Project),
            trees,
            references,
            arguments
                .CompilationOptions.WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithConcurrentBuild(true)
        );
        compilation = RunGenerators(compilation, arguments, additional, options, failures);
        failures.AddRange(
            compilation
                .GetDiagnostics()
                .Where(d => d.Severity == DiagnosticSeverity.Error && !IsSigning(d))
                .Take(5)
                .Select(d => d.ToString())
        );
        return new RebuiltCompilation(compilation, additional, options, failures);
    }

    private static Compilation RunGenerators(
        Compilation compilation,
        CSharpCommandLineArguments arguments,
        ImmutableArray<AdditionalText> additional,
        ConfigOptions options,
        List<string> failures
    )
    {
        var paths = arguments
            .AnalyzerReferences.Select(r => FullPath(r.FilePath, arguments))
            .Where(path => Exists(path, failures))
            .ToList();
        var loader = new GeneratorLoader(paths);
        var generators = new List<ISourceGenerator>();
        foreach (var path in paths)
        {
            var file = new AnalyzerFileReference(path, loader);
            file.AnalyzerLoadFailed += (_, e) =>
            {
                // A file without generators is no failure; the project's analyzers are not run here.
                if (e.ErrorCode is not AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
                    failures.Add($"{Path.GetFileName(path)}: {e.Message}");
            };
            generators.AddRange(file.GetGenerators(LanguageNames.CSharp));
        }

        if (generators.Count == 0)
            return compilation;
        var driver = CSharpGeneratorDriver
            .Create(generators, additional, arguments.ParseOptions, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        // From the results and not from the warning (CS8785), which the project's NoWarn would hide.
        failures.AddRange(
            driver
                .GetRunResult()
                .Results.Where(r => r.Exception is not null)
                .Select(r =>
                    $"{r.Generator.GetGeneratorType().FullName}: {r.Exception!.GetType().Name}: {r.Exception.Message}"
                )
        );
        return updated;
    }

    private static SyntaxTree? Parse(string path, CSharpCommandLineArguments arguments, List<string> failures)
    {
        if (!Exists(path, failures))
            return null;
        using var stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(
            SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm),
            arguments.ParseOptions,
            path
        );
    }

    // The compiler's parser resolves sources and additional files, but neither references nor analyzers.
    private static string FullPath(string path, CSharpCommandLineArguments arguments) =>
        Path.GetFullPath(path, arguments.BaseDirectory ?? Directory.GetCurrentDirectory());

    private static bool Exists(string path, List<string> failures)
    {
        if (File.Exists(path))
            return true;
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
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    });

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;
}
