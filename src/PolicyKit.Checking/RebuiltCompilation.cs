using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    /// <summary>The generators whose code ran for it, with whether they are those of the SDK.</summary>
    public IReadOnlyList<GeneratorFile> Generators { get; private init; } = [];

    /// <summary>What generators other than those of the SDK wrote.</summary>
    public IReadOnlyList<SyntaxTree> Foreign { get; private init; } = [];

    /// <summary>
    /// The compilation with what its generators write: those of the SDK in this process, all others in one of their
    /// own.
    /// </summary>
    public static async Task<RebuiltCompilation> FromAsync(
        CompilerCall call,
        ReferenceCache cache,
        bool runsForeign,
        CancellationToken cancellation
    )
    {
        var bare = WithoutGenerators(call, cache);
        var failures = bare.Failures.ToList();
        var generators = GeneratorFile.Of(call, failures, cache.Generators.Read).Where(g => !OwnGuard.Is(g)).ToList();
        var (own, foreign) = (generators.Where(g => g.IsOfSdk).ToList(), generators.Where(g => !g.IsOfSdk).ToList());
        var compilation = RunGenerators(bare, call.Arguments, own, cache.Generators, failures);
        var written = new List<SyntaxTree>();
        if (foreign.Count > 0 && !runsForeign)
            failures.AddRange(foreign.Select(g => $"{Path.GetFileName(g.Path)}: --no-generators"));
        else if (foreign.Count > 0)
            written.AddRange(
                (await GeneratorProcess.RunAsync(call, foreign, failures, cancellation).ConfigureAwait(false)).Select(
                    f =>
                        CSharpSyntaxTree.ParseText(
                            SourceText.From(f.Text, Encoding.UTF8, call.Arguments.ChecksumAlgorithm),
                            call.Arguments.ParseOptions,
                            f.Path
                        )
                )
            );
        compilation = compilation.AddSyntaxTrees(written);
        failures.AddRange(
            compilation
                .GetDiagnostics(cancellation)
                // What the language forbids; a warning that the project calls an error is one that it settles itself.
                .Where(d => d.DefaultSeverity == DiagnosticSeverity.Error && !IsSigning(d))
                .Take(5)
                .Select(d => d.ToString())
        );
        return bare with { Compilation = compilation, Failures = failures, Generators = generators, Foreign = written };
    }

    /// <summary>The compilation as the command line alone gives it.</summary>
    public static RebuiltCompilation WithoutGenerators(CompilerCall call, ReferenceCache cache)
    {
        var (arguments, failures) = (call.Arguments, new List<string>());
        var options = ConfigOptions.Read(arguments.AnalyzerConfigPaths, failures);
        var additional = arguments.AdditionalFiles.Select(f => (AdditionalText)new FileText(f.Path)).ToImmutableArray();
        var trees = arguments.SourceFiles.Select(file => Parse(file.Path, arguments, failures)).OfType<SyntaxTree>();
        var references = arguments
            .MetadataReferences.Select(r => (Path: FullPath(r.Reference, arguments), r.Properties))
            .Where(r => Exists(r.Path, failures))
            .Select(r => cache.Get(r.Path, r.Properties));
        var key = KeyOf(arguments);
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(arguments.OutputFileName ?? call.Project),
            trees,
            references,
            arguments
                .CompilationOptions.WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths))
                .WithConcurrentBuild(true)
                .WithSyntaxTreeOptionsProvider(options.Severities)
                .WithCryptoKeyFile(key.File)
                .WithCryptoPublicKey(key.Public)
                .WithDelaySign(null)
        );
        return new RebuiltCompilation(compilation, additional, options, failures);
    }

    /// <summary>The compilation with what some generators write, run in this process.</summary>
    public static Compilation RunGenerators(
        RebuiltCompilation bare,
        CSharpCommandLineArguments arguments,
        IReadOnlyList<GeneratorFile> files,
        GeneratorCache loaded,
        List<string> failures
    )
    {
        var generators = files.SelectMany(f => loaded.Get(f.Path, failures)).ToList();
        if (generators.Count == 0)
            return bare.Compilation;
        var driver = CSharpGeneratorDriver
            .Create(generators, bare.AdditionalTexts, arguments.ParseOptions, bare.Options)
            .RunGeneratorsAndUpdateCompilation(bare.Compilation, out var updated, out _);
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

    // Friends of a signed assembly know it by its key. Where the key file stayed with the vendor, the assembly that
    // was built has its public half.
    private static (string? File, ImmutableArray<byte> Public) KeyOf(CSharpCommandLineArguments arguments)
    {
        var file = arguments.CompilationOptions.CryptoKeyFile;
        if (file is null || File.Exists(FullPath(file, arguments)) || arguments.OutputFileName is not { } name)
            return (file, []);
        var built = Path.Combine(arguments.OutputDirectory ?? "", name);
        try
        {
            var key = File.Exists(built) ? AssemblyName.GetAssemblyName(built).GetPublicKey() : null;
            return key is { Length: > 0 } ? (null, [.. key]) : (file, []);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return (file, []);
        }
    }

    private static SyntaxTree? Parse(string path, CSharpCommandLineArguments arguments, List<string> failures)
    {
        if (!Exists(path, failures))
            return null;
        using var stream = InputFile.Open(path, PathText.Shown(path));
        return CSharpSyntaxTree.ParseText(
            SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm),
            arguments.ParseOptions,
            path
        );
    }

    // The compiler's parser resolves sources and additional files, but neither references nor analyzers.
    public static string FullPath(string path, CSharpCommandLineArguments arguments) =>
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
        using var stream = InputFile.Open(path, PathText.Shown(path));
        return SourceText.From(stream);
    });

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;
}
