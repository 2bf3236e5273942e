using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;

// recall SETS FOLDER [--libraries DIR] [--framework DIR] [--peers DIR] [--only NAME] [--lines] [--errors]
// With --peers the analyzers in the assemblies of DIR are run instead of ours, by the ids that the sets name for them.
// SETS names files beneath FOLDER and the rules that answer for them; each file is compiled by itself, whether it builds or not.
if (args.Length < 2)
{
    Console.Error.WriteLine(
        "recall SETS FOLDER [--libraries DIR] [--framework DIR] [--peers DIR] [--only NAME] [--lines] [--errors]"
    );
    return 2;
}

string? Option(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var showsLines = args.Contains("--lines");
var pack = PackFiles.Read("src/PolicyKit.Packs.MohSewerage");
var platform = Option("--framework") is { } framework
    ? Directory.EnumerateFiles(framework, "*.dll")
    : ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p =>
            !Path.GetFileName(p).StartsWith("PolicyKit", StringComparison.Ordinal)
            && !Path.GetFileName(p).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        );
var references = platform
    .Concat(Option("--libraries") is { } libraries ? Directory.EnumerateFiles(libraries, "*.dll") : [])
    .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
    .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
    .ToList();
var peers = Option("--peers") is { } folderOfPeers
    ? Directory.EnumerateFiles(folderOfPeers, "*.dll").SelectMany(Peers.In).ToImmutableArray()
    : ImmutableArray<DiagnosticAnalyzer>.Empty;

// Sonar runs its security hotspots only where this file names them.
string[] settings =
    Option("--peers") is { } beside && File.Exists(Path.Combine(beside, "SonarLint.xml"))
        ? [Path.Combine(beside, "SonarLint.xml")]
        : [];
var failures = 0;
Console.WriteLine(
    "| set | files | to report | found | recall | to leave alone | reported of them | reported elsewhere | rate of false ones |"
);
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
foreach (
    var set in LabelSet
        .Read(args[0])
        .Where(s => Option("--only") is not { } only || s.Name.Contains(only, StringComparison.Ordinal))
)
{
    var (files, positive, found, negative, wrong, elsewhere) = (0, 0, 0, 0, 0, 0);
    var lines = new StringBuilder();
    foreach (var file in set.FilesBelow(args[1]).Select(file => LabelledFile.Read(file, set.Rules)))
    {
        var reported = await Reported(file.Path, peers.IsEmpty ? set.Rules : set.Peers);
        bool IsAt(int line) => reported.Any(r => r.Line == line || r.Statement == line);
        var missed = file.Positive.Where(l => !IsAt(l)).ToList();
        var alone = file.Negative.Where(l => reported.Any(r => r.Line == l)).ToList();
        var other = reported
            .Where(r =>
                !file.Positive.Contains(r.Line)
                && !file.Positive.Contains(r.Statement)
                && !file.Negative.Contains(r.Line)
                && !file.Open.Contains(r.Line)
                && !file.Open.Contains(r.Statement)
            )
            .Select(r => r.Line)
            .Distinct()
            .ToList();
        files++;
        positive += file.Positive.Count;
        found += file.Positive.Count - missed.Count;
        negative += file.Negative.Count;
        wrong += alone.Count;
        elsewhere += other.Count;
        Show(lines, file.Path, "missed", missed);
        Show(lines, file.Path, "false", alone);
        Show(lines, file.Path, "elsewhere", other);
    }

    string Share(int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("0.00", CultureInfo.InvariantCulture);
    Console.WriteLine(
        $"| {set.Name} | {files} | {positive} | {found} | {Share(found, positive)} | {negative} | {wrong} | {elsewhere} | {Share(wrong + elsewhere, negative + elsewhere)} |"
    );
    if (showsLines)
        Console.Write(lines);
}

return failures == 0 ? 0 : 1;

static void Show(StringBuilder text, string path, string word, IEnumerable<int> numbers)
{
    var lines = File.ReadAllLines(path);
    foreach (var number in numbers.Order())
        text.Append(
            CultureInfo.InvariantCulture,
            $"    {word} {Path.GetFileName(path)}:{number} {lines[number - 1].Trim()}\n"
        );
}

// The line of a finding, and that where its statement or member begins: some labels stand there.
static (int Line, int Statement) PlaceOf(Location location)
{
    if (location.SourceTree is null)
        return (location.GetLineSpan().StartLinePosition.Line + 1, 0);
    var node = location.SourceTree.GetRoot().FindNode(location.SourceSpan);
    var whole = node.AncestorsAndSelf().FirstOrDefault(n => n is StatementSyntax or MemberDeclarationSyntax) ?? node;
    return (
        location.GetLineSpan().StartLinePosition.Line + 1,
        whole.GetLocation().GetLineSpan().StartLinePosition.Line + 1
    );
}

async Task<HashSet<(int Line, int Statement)>> Reported(string path, IReadOnlyList<string> rules)
{
    var text = SourceText.From(File.ReadAllBytes(path), File.ReadAllBytes(path).Length, Encoding.UTF8);
    // A configuration file stands beside a program that has no code.
    var isCode = path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
    if (!isCode)
        text = SourceText.From("", Encoding.UTF8);
    var parse = new CSharpParseOptions(LanguageVersion.Preview);
    var tree = CSharpSyntaxTree.ParseText(text, parse, path);
    var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
    var compilation = CSharpCompilation.Create(
        "Labelled",
        [tree, CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings.Text, Encoding.UTF8), parse, "Usings.cs")],
        references,
        new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true,
            specificDiagnosticOptions: rules.ToDictionary(id => id, _ => ReportDiagnostic.Warn)
        ).WithSyntaxTreeOptionsProvider(new NoTreeOptions())
    );
    if (args.Contains("--errors"))
        foreach (var e in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
            Console.Error.WriteLine(e);
    var analysis = compilation.WithAnalyzers(
        peers.IsEmpty ? [new PolicyAnalyzer()] : peers,
        new CompilationWithAnalyzersOptions(
            pack.With(isCode ? settings : [path]),
            (e, _, d) =>
            {
                failures++;
                Console.Error.WriteLine($"{e.GetType().Name} at {d.Location.GetLineSpan()}: {e.StackTrace}");
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        )
    );
    return (await analysis.GetAnalyzerDiagnosticsAsync())
        .Where(d =>
            rules.Contains(d.Id) && (isCode ? d.Location.SourceTree == tree : d.Location.GetLineSpan().Path == path)
        )
        .Select(d => PlaceOf(d.Location))
        .ToHashSet();
}
