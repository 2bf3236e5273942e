using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Packs;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>
/// What the SDK's analyzers say of a compilation, as far as the standard cites their rules. The project has no word in
/// it: every cited rule is a warning, no setting of the project counts, and what the code suppresses is found all the
/// same.
/// </summary>
/// <param name="Rules">The cited rules that ran.</param>
/// <param name="Found">What they found, in the order of the files.</param>
internal sealed record CitedAnalysis(IReadOnlyList<RuleId> Rules, IReadOnlyList<Diagnostic> Found)
{
    private static readonly CitedAnalysis Nothing = new([], []);

    public static async Task<CitedAnalysis> OfAsync(
        Compilation compilation,
        PolicyPack pack,
        SdkAnalyzers sdk,
        CancellationToken cancellation
    )
    {
        var cited = (pack.Standard?.Controls.SelectMany(c => c.Checks) ?? [])
            .OfType<SourceCheck>()
            .Where(c => !c.Rule.IsPolicyKit)
            .Select(c => c.Rule.Value)
            .ToHashSet(StringComparer.Ordinal);
        var analyzers = cited.Count == 0 ? [] : sdk.Reporting(cited).ToImmutableArray();
        if (analyzers.Length == 0)
            return Nothing;
        var failed = new ConcurrentBag<DiagnosticAnalyzer>();
        var found = await compilation
            .WithOptions(Hardened((CSharpCompilationOptions)compilation.Options, analyzers, cited))
            .WithAnalyzers(
                analyzers,
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([], ConfigOptions.Empty),
                    (_, analyzer, _) => failed.Add(analyzer),
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false,
                    reportSuppressedDiagnostics: true
                )
            )
            .GetAnalyzerDiagnosticsAsync(cancellation)
            .ConfigureAwait(false);
        // Of a rule whose analyzer fell over, silence says nothing.
        var silent = RulesOf(failed).ToHashSet(StringComparer.Ordinal);
        return new CitedAnalysis(
            RulesOf(analyzers).Where(r => cited.Contains(r) && !silent.Contains(r)).Select(RuleId.Parse).ToList(),
            InOrder(found.Where(d => cited.Contains(d.Id)), compilation)
        );
    }

    // A rule that is off by default runs, and whatever an analyzer reports besides the cited rules does not.
    private static CSharpCompilationOptions Hardened(
        CSharpCompilationOptions own,
        IEnumerable<DiagnosticAnalyzer> analyzers,
        HashSet<string> cited
    ) =>
        own.WithSpecificDiagnosticOptions(
                RulesOf(analyzers)
                    .ToImmutableDictionary(
                        id => id,
                        id => cited.Contains(id) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress
                    )
            )
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            // Level 0 would take every warning away.
            .WithWarningLevel(4)
            .WithSyntaxTreeOptionsProvider(new OrdinaryCode());

    private static IEnumerable<string> RulesOf(IEnumerable<DiagnosticAnalyzer> analyzers) =>
        analyzers
            .SelectMany(a => a.SupportedDiagnostics)
            .Select(d => d.Id)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static List<Diagnostic> InOrder(IEnumerable<Diagnostic> found, Compilation compilation)
    {
        var places = compilation.SyntaxTrees.Select((tree, at) => (tree, at)).ToDictionary(t => t.tree, t => t.at);
        return found
            .OrderBy(d => d.Location.SourceTree is { } tree ? places.GetValueOrDefault(tree, -1) : -1)
            .ThenBy(d => d.Location.SourceSpan)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ThenBy(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToList();
    }
}
