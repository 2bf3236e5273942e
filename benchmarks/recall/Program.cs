using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;

// recall SETS FOLDER [--libraries DIR] [--only NAME] [--lines]
// SETS names files beneath FOLDER and the rules that answer for them; each file is compiled by itself, whether it builds or not.
if (args.Length < 2)
{
    Console.Error.WriteLine("recall SETS FOLDER [--libraries DIR] [--only NAME] [--lines]");
    return 2;
}

string? Option(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var showsLines = args.Contains("--lines");
var pack = PackFiles.Read("src/PolicyKit.Packs.MohSewerage");
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Where(p =>
        !Path.GetFileName(p).StartsWith("PolicyKit", StringComparison.Ordinal)
        && !Path.GetFileName(p).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
    )
    .Concat(Option("--libraries") is { } libraries ? Directory.EnumerateFiles(libraries, "*.dll") : [])
    .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
    .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
    .ToList();
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
    foreach (var file in set.FilesBelow(args[1]).Select(LabelledFile.Read))
    {
        var reported = await Reported(file.Path, set.Rules);
        var missed = file.Positive.Where(l => !reported.Contains(l)).ToList();
        var alone = file.Negative.Where(reported.Contains).ToList();
        var other = reported
            .Where(l => !file.Positive.Contains(l) && !file.Negative.Contains(l) && !file.Open.Contains(l))
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

async Task<HashSet<int>> Reported(string path, IReadOnlyList<string> rules)
{
    var text = SourceText.From(File.ReadAllBytes(path), File.ReadAllBytes(path).Length, Encoding.UTF8);
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
            allowUnsafe: true
        )
    );
    var analysis = compilation.WithAnalyzers(
        [new PolicyAnalyzer()],
        new CompilationWithAnalyzersOptions(
            pack.With([]),
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
        .Where(d => rules.Contains(d.Id) && d.Location.SourceTree == tree)
        .Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1)
        .ToHashSet();
}
