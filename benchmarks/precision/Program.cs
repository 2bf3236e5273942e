using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;

// Loads folders of C#, whether they build or not, and runs every rule over them:
//   precision FOLDER… [--libraries DIR] [--without PREFIX] [--pack DIR] [--sample N] [--seed N] [--findings FILE]
// Each folder beneath which a project file lies is one compilation; without project files the folder is one.
var options = Arguments.Read(args);
if (options.Folders.Count == 0)
{
    Console.Error.WriteLine(
        "precision FOLDER… [--libraries DIR] [--without PREFIX] [--pack DIR] [--sample N] [--seed N] [--findings FILE]"
    );
    return 2;
}

if (!File.Exists(Path.Combine(options.Pack, "standard.json")))
{
    Console.Error.WriteLine(
        $"precision: no pack in {Path.GetFullPath(options.Pack)}; run it from the repository's root or say --pack DIR"
    );
    return 2;
}

var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Where(p =>
        !Path.GetFileName(p).StartsWith("PolicyKit", StringComparison.Ordinal)
        && !Path.GetFileName(p).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        && (options.Without is null || !Path.GetFileName(p).StartsWith(options.Without, StringComparison.Ordinal))
    )
    .Concat(options.Libraries is null ? [] : Directory.EnumerateFiles(options.Libraries, "*.dll"))
    .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
    .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
    .ToList();
var pack = PackFiles.Read(options.Pack);
var all = new List<(string Folder, Diagnostic Diagnostic)>();
var failures = 0;
Console.WriteLine(
    "| code | files | lines | compilations | unbound names | seconds | slowest file, the rules alone | failures | findings |"
);
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
foreach (var folder in options.Folders)
{
    var measured = await Code.Measure(folder, references, pack);
    failures += measured.Failures.Count;
    all.AddRange(measured.Findings.Select(f => (folder, f)));
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(folder.TrimEnd('/'))} | {measured.Files} | {measured.Lines} | {measured.Compilations} | {measured.Unbound} | {measured.Elapsed.TotalSeconds:0.0} | {measured.Slowest.TotalSeconds:0.00} s | {measured.Failures.Count} | {measured.Findings.Count} |"
        )
    );
    foreach (var failure in measured.Failures.Take(5))
        Console.Error.WriteLine(failure);
}

Console.WriteLine();
Console.WriteLine("| rule | findings | of them in tests | folders |");
Console.WriteLine("|---|---|---|---|");
foreach (var rule in all.GroupBy(f => f.Diagnostic.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
    Console.WriteLine(
        $"| {rule.Key} | {rule.Count()} | {rule.Count(f => Sample.IsTest(f.Diagnostic))} | {string.Join(", ", rule.GroupBy(f => Path.GetFileName(f.Folder.TrimEnd('/'))).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"))} |"
    );
if (options.Findings is not null)
    await File.WriteAllTextAsync(
        options.Findings,
        Sample.Of(all.Select(f => f.Diagnostic), options.SampleSize, options.Seed)
    );
return failures == 0 ? 0 : 1;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(
    IReadOnlyList<string> Folders,
    string? Libraries,
    string? Without,
    string Pack,
    int SampleSize,
    int Seed,
    string? Findings
)
{
    public static Arguments Read(string[] args)
    {
        var folders = new List<string>();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
            if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
                named[args[i]] = args[++i];
            else
                folders.Add(Path.GetFullPath(args[i]));
        return new(
            folders,
            named.GetValueOrDefault("--libraries"),
            named.GetValueOrDefault("--without"),
            named.GetValueOrDefault("--pack") ?? "src/PolicyKit.Packs.MohSewerage",
            Number(named, "--sample", 30),
            Number(named, "--seed", 1),
            named.GetValueOrDefault("--findings")
        );
    }

    private static int Number(Dictionary<string, string> named, string name, int otherwise) =>
        named.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

/// <summary>A random sample of the findings of each rule, with the line that each is about, to be read and judged.</summary>
internal static class Sample
{
    private static readonly Regex Tests = new(
        @"/(test|tests|[^/]*[.]tests?([.][^/]*)?|[^/]*(?-i:Tests?))/",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>Whether a finding stands in a folder of tests, where no pack belongs.</summary>
    public static bool IsTest(Diagnostic finding) => Tests.IsMatch(finding.Location.GetLineSpan().Path ?? "");

    public static string Of(IEnumerable<Diagnostic> findings, int size, int seed)
    {
        var text = new StringBuilder();
        foreach (var rule in findings.GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var ordered = rule.OrderBy(f => f.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(f => f.Location.SourceSpan.Start)
                .ToArray();
            new Random(seed).Shuffle(ordered);
            // What is in tests comes after as many of the system itself.
            foreach (var finding in ordered.Where(f => !IsTest(f)).Take(size).Concat(ordered.Where(IsTest).Take(size)))
            {
                var span = finding.Location.GetLineSpan();
                var line = (
                    finding.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString()
                    ?? (
                        File.Exists(span.Path)
                            ? File.ReadLines(span.Path).ElementAtOrDefault(span.StartLinePosition.Line)
                            : null
                    )
                    ?? ""
                ).Trim();
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{finding.Id} {span.Path}:{span.StartLinePosition.Line + 1}\n    {finding.GetMessage(CultureInfo.InvariantCulture)}\n    {(line.Length > 240 ? line[..240] : line)}\n"
                );
            }
        }

        return text.ToString();
    }
}

/// <summary>Asks for every body and does nothing with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[SuppressMessage(
    "MicrosoftCodeAnalysisCorrectness",
    "RS1036",
    Justification = "No compiler loads it: it runs in this program."
)]
[SuppressMessage(
    "MicrosoftCodeAnalysisCorrectness",
    "RS1041",
    Justification = "No compiler loads it: it runs in this program."
)]
internal sealed class Nothing : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [new("NOTHING", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterOperationBlockAction(static _ => { });
    }
}

/// <summary>What one folder showed.</summary>
internal sealed record Measured(
    int Files,
    long Lines,
    int Compilations,
    int Unbound,
    TimeSpan Elapsed,
    TimeSpan Slowest,
    IReadOnlyList<string> Failures,
    IReadOnlyList<Diagnostic> Findings
);

internal static class Code
{
    // What the Web SDK imports implicitly: it does no harm where a project imports less.
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly Regex ProjectReference = new(
        "<ProjectReference\\s+Include=\"(?<path>[^\"$*;]+)\"",
        RegexOptions.CultureInvariant
    );

    public static async Task<Measured> Measure(
        string folder,
        IReadOnlyList<MetadataReference> references,
        PackFiles pack
    )
    {
        var (files, lines, unbound, slowest, failures, findings) = (
            0,
            0L,
            0,
            TimeSpan.Zero,
            new ConcurrentBag<string>(),
            new List<Diagnostic>()
        );
        var projects = Projects(folder);
        var compilations = new Dictionary<string, CSharpCompilation?>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        foreach (var (root, sources) in projects)
        {
            if (Compile(root, projects, references, compilations) is not { } compilation)
                continue;
            files += sources.Count;
            lines += compilation.SyntaxTrees.Sum(t => (long)t.GetText().Lines.Count);
            unbound += compilation.GetDiagnostics().Count(d => d.Id is "CS0246" or "CS0234" or "CS0103");
            var analyzer = new CompilationWithAnalyzers(
                compilation,
                [new PolicyAnalyzer()],
                new CompilationWithAnalyzersOptions(
                    pack.With(Configurations(root, projects)),
                    (e, a, d) =>
                        failures.Add(
                            $"{a}: {e.GetType().Name} at {d.Location.GetLineSpan()}: {e.StackTrace?.Split('\n').FirstOrDefault()}"
                        ),
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false
                )
            );
            findings.AddRange(
                (await analyzer.GetAnalyzerDiagnosticsAsync()).Where(d =>
                    d.Id.StartsWith("PK", StringComparison.Ordinal)
                    && !d.Id.StartsWith("PK00", StringComparison.Ordinal)
                )
            );
            // A file by itself, as an editor asks: the longest of each compilation, after the whole has run.
            foreach (var tree in compilation.SyntaxTrees.OrderByDescending(t => t.Length).Take(20))
            {
                var model = compilation.GetSemanticModel(tree);
                _ = model.GetDiagnostics();
                async Task<TimeSpan> Asked(DiagnosticAnalyzer asked)
                {
                    var one = new CompilationWithAnalyzers(
                        compilation,
                        [asked],
                        new CompilationWithAnalyzersOptions(
                            pack.With([]),
                            null,
                            concurrentAnalysis: false,
                            logAnalyzerExecutionTime: false
                        )
                    );
                    var file = Stopwatch.StartNew();
                    await one.GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
                    return file.Elapsed;
                }

                // What the compiler needs to bind the bodies is not time of a rule: it is what an analyzer takes that asks for every body and does nothing.
                await Asked(new Nothing());
                var own = await Asked(new PolicyAnalyzer()) - await Asked(new Nothing());
                // A collection of garbage that falls into it is not time of a rule either.
                for (var again = 0; again < 3 && own > TimeSpan.FromSeconds(1); again++)
                    if (await Asked(new PolicyAnalyzer()) - await Asked(new Nothing()) is var next && next < own)
                        own = next;
                if (own > slowest)
                    slowest = own;
            }
        }

        return new Measured(files, lines, projects.Count, unbound, clock.Elapsed, slowest, [.. failures], findings);
    }

    private static List<(string Root, List<string> Sources)> Projects(string folder)
    {
        var sources = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        // The deepest folder with a project file that a source lies beneath owns it.
        var roots = Directory
            .EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetDirectoryName(p)!)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(r => r.Length)
            .ToList();
        return sources
            .GroupBy(f => roots.FirstOrDefault(r => f.StartsWith(r + "/", StringComparison.Ordinal)) ?? folder)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.ToList()))
            .ToList();
    }

    // A project is compiled after those that it refers to; two that refer to each other do without one another.
    private static CSharpCompilation? Compile(
        string root,
        List<(string Root, List<string> Sources)> projects,
        IReadOnlyList<MetadataReference> references,
        Dictionary<string, CSharpCompilation?> done
    )
    {
        if (done.TryGetValue(root, out var known))
            return known;
        done[root] = null;
        if (projects.Find(p => p.Root == root).Sources is not { } sources)
            return null;
        var siblings = ProjectReferences(root)
            .Select(r => Compile(r, projects, references, done))
            .OfType<CSharpCompilation>()
            .ToList();
        return done[root] = Compile(
            root,
            sources,
            [
                .. references.Where(r =>
                    !siblings.Exists(s =>
                        string.Equals(
                            s.AssemblyName,
                            Path.GetFileNameWithoutExtension(r.Display),
                            StringComparison.OrdinalIgnoreCase
                        )
                    )
                ),
                .. siblings.Select(s => s.ToMetadataReference()),
            ]
        );
    }

    private static IEnumerable<string> ProjectReferences(string root) =>
        Directory
            .EnumerateFiles(root, "*.csproj")
            .Order(StringComparer.Ordinal)
            .SelectMany(p =>
                ProjectReference
                    .Matches(File.ReadAllText(p))
                    .Select(m =>
                        Path.GetDirectoryName(
                            Path.GetFullPath(Path.Combine(root, m.Groups["path"].Value.Replace('\\', '/')))
                        )!
                    )
            )
            .Where(r => r != root)
            .Distinct(StringComparer.Ordinal);

    private static CSharpCompilation Compile(
        string root,
        List<string> sources,
        IReadOnlyList<MetadataReference> references
    )
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources
            .Select(f =>
                CSharpSyntaxTree.ParseText(
                    SourceText.From(File.ReadAllBytes(f), File.ReadAllBytes(f).Length, Encoding.UTF8),
                    parse,
                    f
                )
            )
            .Append(CSharpSyntaxTree.ParseText(SourceText.From(Usings, Encoding.UTF8), parse, "Usings.cs"))
            .ToList();
        var isProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        // A library is not read beside its own source.
        var name = Path.GetFileName(root);
        return CSharpCompilation.Create(
            name,
            trees,
            references.Where(r =>
                !string.Equals(Path.GetFileNameWithoutExtension(r.Display), name, StringComparison.OrdinalIgnoreCase)
            ),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true,
                concurrentBuild: true
            )
        );
    }

    // A file belongs to the deepest project above it.
    private static IEnumerable<string> Configurations(
        string root,
        List<(string Root, List<string> Sources)> projects
    ) =>
        Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f =>
                !projects.Exists(p =>
                    p.Root.Length > root.Length && f.StartsWith(p.Root + "/", StringComparison.Ordinal)
                )
            )
            .Where(f =>
                Path.GetFileName(f) is var n
                && (
                    n.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                        && n.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                    || n.ToLowerInvariant() is "launchsettings.json" or "web.config" or "app.config"
                )
            )
            .Order(StringComparer.Ordinal);
}
