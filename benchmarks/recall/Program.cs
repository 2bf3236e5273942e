using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;

// recall SETS FOLDER [--libraries DIR] [--framework DIR] [--peers DIR] [--pack DIR] [--only NAME] [--lines] [--errors]
// SETS may be a table of labels (file, line, rule, bad or good, note; *.tsv) instead; --pack says whose standard holds.
// With --peers the analyzers in the assemblies of DIR are run instead of ours, by the ids that the sets name for them.
// SETS names files beneath FOLDER and the rules that answer for them; each file is compiled by itself, whether it builds or not.
if (args.Length < 2)
{
    Console.Error.WriteLine(
        "recall SETS FOLDER [--libraries DIR] [--framework DIR] [--peers DIR] [--pack DIR] [--only NAME] [--lines] [--errors]"
    );
    return 2;
}

string? Option(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var showsLines = args.Contains("--lines");
var pack = PackFiles.Read(Option("--pack") ?? "src/PolicyKit.Packs.MohSewerage");
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

// What is compiled is made of this one: the references are bound once.
var withReferences = CSharpCompilation.Create(
    "Labelled",
    references: references,
    options: new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        allowUnsafe: true
    ).WithSyntaxTreeOptionsProvider(new NoTreeOptions())
);
_ = withReferences.GlobalNamespace;
var peers = Option("--peers") is { } folderOfPeers
    ? Directory.EnumerateFiles(folderOfPeers, "*.dll").SelectMany(Peers.In).ToImmutableArray()
    : ImmutableArray<DiagnosticAnalyzer>.Empty;

// Sonar runs its security hotspots only where this file names them.
string[] settings =
    Option("--peers") is { } beside && File.Exists(Path.Combine(beside, "SonarLint.xml"))
        ? [Path.Combine(beside, "SonarLint.xml")]
        : [];
var failures = 0;
if (args[0].EndsWith(".tsv", StringComparison.Ordinal))
{
    await OfRows(LabelRow.Read(args[0], args[1]), LabelRow.UnitsBelow(args[1]));
    return failures == 0 ? 0 : 1;
}

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
    var lines = new StringBuilder();
    var files = set.FilesBelow(args[1]).ToList();
    var rules = peers.IsEmpty ? set.Rules : set.Peers;
    var n = set.Form switch
    {
        "cases" => await OfSnippets(CaseFiles.In(files, set.SupportBelow(args[1])), rules, lines),
        "tests" => await OfSnippets(files.SelectMany(InlineTests.In), rules, lines),
        _ => await OfLines(files, set, lines),
    };

    string Share(int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("0.00", CultureInfo.InvariantCulture);
    Console.WriteLine(
        $"| {set.Name} | {n.Files} | {n.Positive} | {n.Found} | {Share(n.Found, n.Positive)} | {n.Negative} | {n.Wrong} | {n.Elsewhere} | {Share(n.Wrong + n.Elsewhere, n.Negative + n.Elsewhere)} |"
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

// The lines of the member that a finding stands in.
static (int First, int Last) MemberOf(Location location)
{
    if (location.SourceTree is null)
        return (0, 0);
    var member = location
        .SourceTree.GetRoot()
        .FindNode(location.SourceSpan)
        .AncestorsAndSelf()
        .FirstOrDefault(n => n is MemberDeclarationSyntax);
    var lines = (member?.GetLocation() ?? location).GetLineSpan();
    return (lines.StartLinePosition.Line + 1, lines.EndLinePosition.Line + 1);
}

async Task<HashSet<(int Line, int Statement)>> Reported(string path, IReadOnlyList<string> rules)
{
    // A configuration file stands beside a program that has no code.
    var isCode = path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
    string[] beside = [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*eb.config")];
    var findings = isCode
        ? await Findings([(path, File.ReadAllText(path))], beside, rules)
        : await Findings([("Empty.cs", "")], [path], rules);
    return findings.Where(l => l.GetLineSpan().Path == path).Select(PlaceOf).ToHashSet();
}

async Task<IReadOnlyList<Location>> Findings(
    IReadOnlyList<(string Path, string Text)> sources,
    string[] files,
    IReadOnlyList<string> rules
) => (await Diagnostics(sources, files, rules)).Select(d => d.Location).ToList();

async Task<IReadOnlyList<Diagnostic>> Diagnostics(
    IReadOnlyList<(string Path, string Text)> sources,
    string[] files,
    IReadOnlyList<string> rules
)
{
    var parse = new CSharpParseOptions(LanguageVersion.Preview);
    var trees = sources
        .Append((Path: "Usings.cs", ImplicitUsings.Text))
        .Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Item2, Encoding.UTF8), parse, s.Item1))
        .ToList();
    var isProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
    var compilation = withReferences
        .AddSyntaxTrees(trees)
        .WithOptions(
            withReferences
                .Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
                .WithSpecificDiagnosticOptions(
                    rules
                        .Select(rule => rule.Split('/')[0])
                        .Distinct()
                        .ToDictionary(id => id, _ => ReportDiagnostic.Warn)
                )
        );
    if (args.Contains("--errors"))
        foreach (var e in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
            Console.Error.WriteLine(e);
    var analysis = compilation.WithAnalyzers(
        peers.IsEmpty ? [new PolicyAnalyzer()] : peers,
        new CompilationWithAnalyzersOptions(
            pack.With([.. settings, .. files]),
            (e, _, d) =>
            {
                failures++;
                Console.Error.WriteLine($"{e.GetType().Name} at {d.Location.GetLineSpan()}: {e.StackTrace}");
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        )
    );
    return (await analysis.GetAnalyzerDiagnosticsAsync()).Where(d => rules.Any(rule => IsOf(d, rule))).ToList();
}

// PK6302/Secure: a rule about several things, by what its message says.
static bool IsOf(Diagnostic finding, string rule) =>
    rule.Split('/') is var parts
    && finding.Id == parts[0]
    && (
        parts.Length == 1
        || finding.GetMessage(CultureInfo.InvariantCulture).Contains(parts[1], StringComparison.Ordinal)
    );

// Labels in a table: one row a rule, and what is reported of a file beside its labels.
async Task OfRows(IReadOnlyList<LabelRow> rows, IReadOnlyList<string[]> units)
{
    var rules = rows.Select(r => r.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
    var found = new List<(string Rule, string Path, int Line, int Statement, int First, int Last)>();
    foreach (var unit in units)
    foreach (var finding in await Diagnostics(unit.Select(p => (p, File.ReadAllText(p))).ToList(), [], rules))
    {
        var (line, statement) = PlaceOf(finding.Location);
        var (first, last) = MemberOf(finding.Location);
        found.Add((finding.Id, finding.Location.GetLineSpan().Path, line, statement, first, last));
    }

    // Configuration files stand beside a program that has no code, with the others of their folder.
    foreach (
        var folder in rows.Select(r => r.Path)
            .Where(p =>
                p.EndsWith(".json", StringComparison.Ordinal) || p.EndsWith(".config", StringComparison.Ordinal)
            )
            .Select(p => Path.GetDirectoryName(p)!)
            .Distinct()
    )
    {
        string[] files = [.. new[] { "*.json", "*.config" }.SelectMany(p => Directory.EnumerateFiles(folder, p))];
        foreach (var finding in await Diagnostics([("Empty.cs", "")], files, rules))
        {
            var place = finding.Location.GetLineSpan();
            found.Add((finding.Id, place.Path, place.StartLinePosition.Line + 1, 0, 0, 0));
        }
    }

    Console.WriteLine(
        "| rule | to report | found at the line | in the member | in the file | recall | to leave alone | reported of them | in their files | rate |"
    );
    Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    foreach (var rule in rules)
    {
        var (own, all) = (rows.Where(r => r.Rule == rule).ToList(), found.Where(f => f.Rule == rule).ToList());
        bool IsAt(LabelRow r) =>
            all.Any(f => f.Path == r.Path && (f.Line == r.Line || (r.IsBad && f.Statement == r.Line)));
        bool IsIn(LabelRow r) =>
            IsAt(r)
            || all.Any(f =>
                f.Path == r.Path
                && f.First <= r.Line
                && r.Line <= f.Last
                && !own.Any(o => !o.IsBad && o.Path == f.Path && o.Line == f.Line)
            );
        var missed = own.Where(r => r.IsBad && !IsIn(r)).ToList();
        var atLine = own.Count(r => r.IsBad && IsAt(r));
        var wrong = own.Where(r => !r.IsBad && IsAt(r)).ToList();
        var other = all.Where(f => !own.Any(r => r.Path == f.Path && (f.Line == r.Line || f.Statement == r.Line)))
            .Select(f => (f.Path, f.Line))
            .Distinct()
            .ToList();
        // A set that has one label a file counts what is found anywhere in it.
        var inFile = own.Count(r => r.IsBad && (IsIn(r) || all.Any(f => f.Path == r.Path)));
        var wrongFiles = own.Where(r => !r.IsBad && all.Any(f => f.Path == r.Path))
            .Select(r => r.Path)
            .Except(own.Where(r => r.IsBad).Select(r => r.Path))
            .Distinct()
            .Count();
        var (bad, good) = (own.Count(r => r.IsBad), own.Count(r => !r.IsBad));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {rule} | {bad} | {atLine} | {bad - missed.Count} | {inFile} | {(bad - missed.Count) / (double)Math.Max(1, bad):0.00} | {good} | {wrong.Count} | {wrongFiles} | {wrong.Count / (double)Math.Max(1, good):0.00} |"
            )
        );
        if (!showsLines)
            continue;
        string Shown(string path) => Path.GetRelativePath(args[1], path);
        string Line(string path, int line) => File.ReadLines(path).ElementAtOrDefault(line - 1)?.Trim() ?? "";
        foreach (var r in missed.Concat(wrong))
            Console.WriteLine(
                $"    {(r.IsBad ? "missed" : "false")} {Shown(r.Path)}:{r.Line} {Line(r.Path, r.Line)} -- {r.Note}"
            );
        foreach (var (path, line) in other)
            Console.WriteLine($"    elsewhere {Shown(path)}:{line} {Line(path, line)}");
    }
}

// Sources that are bad or good as a whole: what counts is whether anything is reported there.
async Task<Counts> OfSnippets(IEnumerable<Snippet> snippets, IReadOnlyList<string> rules, StringBuilder lines)
{
    var counts = new Counts();
    foreach (var snippet in snippets)
    {
        counts.Files++;
        var findings = await Findings(snippet.Sources, [], rules);
        var isReported = findings.Any(f => (snippet.IsBad ?? CaseFiles.IsBad(f)) != false);
        var isWrong = findings.Any(f => (snippet.IsBad ?? CaseFiles.IsBad(f)) == false);
        if (snippet.IsBad != false)
        {
            counts.Positive++;
            counts.Found += isReported ? 1 : 0;
            if (!isReported)
                lines.Append(CultureInfo.InvariantCulture, $"    missed {snippet.Name}\n");
        }

        if (snippet.IsBad != true)
        {
            counts.Negative++;
            counts.Wrong += isWrong ? 1 : 0;
            if (isWrong)
                lines.Append(CultureInfo.InvariantCulture, $"    false {snippet.Name}\n");
        }
    }

    return counts;
}

async Task<Counts> OfLines(IEnumerable<string> files, LabelSet set, StringBuilder lines)
{
    var counts = new Counts();
    var byMember = set.Form == "members";
    foreach (var lineByLine in files.Select(file => LabelledFile.Read(file, set.Rules)))
    {
        var reported = await Reported(lineByLine.Path, peers.IsEmpty ? set.Rules : set.Peers);
        var file = byMember ? MemberLabels.Of(lineByLine) : lineByLine;
        if (byMember && MemberLabels.StartsOf(file.Path) is var start)
            reported = reported.Select(r => (start(r.Line), 0)).ToHashSet();
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
        counts.Files++;
        counts.Positive += file.Positive.Count;
        counts.Found += file.Positive.Count - missed.Count;
        counts.Negative += file.Negative.Count;
        counts.Wrong += alone.Count;
        counts.Elsewhere += other.Count;
        Show(lines, file.Path, "missed", missed);
        Show(lines, file.Path, "false", alone);
        Show(lines, file.Path, "elsewhere", other);
    }

    return counts;
}
