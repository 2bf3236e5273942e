using NodaTime;
using PolicyKit.Analyzers.Framework;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Checking;

/// <summary>The result of a check over all compilations: what every writer takes.</summary>
internal sealed class CheckReport
{
    public CheckReport(LocalDate asOf, IReadOnlyList<CheckedSystem> systems)
    {
        (AsOf, Systems) = (asOf, systems);
        // The same file compiled for two frameworks gives one finding.
        Findings = WithFingerprints(systems.SelectMany(s => s.Findings.Select(f => (System: s, Finding: f)))
            .DistinctBy(f => (f.Finding.Rule, f.Finding.Location, f.Finding.Message, f.Finding.Location.File.Length == 0 ? f.System.Project : ""))
            .OrderBy(f => f.Finding.Location.File, StringComparer.Ordinal).ThenBy(f => f.Finding.Location.Start).ThenBy(f => f.Finding.Rule.Value, StringComparer.Ordinal).ThenBy(f => f.Finding.Message, StringComparer.Ordinal));
    }

    private readonly Dictionary<string, CheckedSystem> _systems = new(StringComparer.Ordinal);

    public LocalDate AsOf { get; }

    public IReadOnlyList<CheckedSystem> Systems { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public int Errors => Findings.Count(f => f.Severity == Severity.Error);

    public int Warnings => Findings.Count(f => f.Severity == Severity.Warning);

    /// <summary>The pack that the summary speaks of: the first that is complete. All are the same unless each project brings its own, or one brings none.</summary>
    public PolicyPack Pack => (Systems.FirstOrDefault(s => s.Pack.IsComplete) ?? Systems[0]).Pack;

    /// <summary>The system that a finding of this report was made in.</summary>
    public CheckedSystem SystemOf(Finding finding) => _systems[finding.Fingerprint];

    /// <summary>What a finding stands on, in the pack that its own system was judged by.</summary>
    public RuleBasis BasisOf(Finding finding) => RuleCatalog.BasisOf(SystemOf(finding).Pack, finding.Rule);

    public IEnumerable<string> Failures => Systems.SelectMany(s => s.Failures).Distinct(StringComparer.Ordinal);

    /// <summary>The source checks of the standard that this run judged: PolicyKit's own rules.</summary>
    public int RulesJudged => Pack.Standard is null ? 0 : Checks.OfType<SourceCheck>().Where(c => c.Rule.IsPolicyKit).Select(c => c.Rule).Distinct().Count();

    /// <summary>The rules of other analyzers that the standard cites and this run did not judge.</summary>
    public IReadOnlyList<string> RulesNotJudged => Checks.OfType<SourceCheck>().Where(c => !c.Rule.IsPolicyKit).Select(c => c.Rule.Value).Distinct().Order(StringComparer.Ordinal).ToList();

    public int DeclarationChecks => Checks.OfType<DeclarationCheck>().Count();

    public int EvidenceChecks => Checks.OfType<EvidenceCheck>().Count();

    public int NotMachineCheckable => Pack.Standard?.Controls.Count(c => c.NotMachineCheckable is not null) ?? 0;

    private IEnumerable<Check> Checks => Pack.Standard?.Controls.SelectMany(c => c.Checks) ?? [];

    public int ExitCodeOf()
    {
        var errors = Systems.SelectMany(s => s.Pack.Problems.Where(p => p.Severity == Severity.Error).Select(p => (Problem: p, Kind: KindOf(s.Pack, p)))).ToList();
        if (errors.Any(e => e.Kind is not DocumentKind.System)) return ExitCode.InvalidPolicy;
        // A declaration that can be read and says something wrong is a violation like any other.
        if (errors.Any(e => e.Problem.Code.StartsWith("read.", StringComparison.Ordinal) || e.Problem.Code.StartsWith("json.", StringComparison.Ordinal)) || Failures.Any()) return ExitCode.UnreadableDeliverable;
        return Errors > 0 ? ExitCode.Violations : ExitCode.Conforms;
    }

    private static DocumentKind? KindOf(PolicyPack pack, Problem problem) => pack.Files.FirstOrDefault(f => f.Path == problem.Location.File)?.Kind;

    private List<Finding> WithFingerprints(IEnumerable<(CheckedSystem System, Finding Finding)> findings)
    {
        var occurrences = new Dictionary<(string, string, string), int>();
        var result = new List<Finding>();
        foreach (var (system, finding) in findings)
        {
            var path = finding.Location.File.Length == 0 ? PathText.Shown(system.Project) : finding.Location.File;
            var line = (finding.Excerpt?.Text ?? finding.Message).Trim();
            var key = (finding.Rule.Value, path, line);
            occurrences[key] = occurrences.TryGetValue(key, out var n) ? n + 1 : 0;
            var known = finding with { Fingerprint = Fingerprint.Of(finding.Rule, path, line, occurrences[key]) };
            _systems[known.Fingerprint] = system;
            result.Add(known);
        }

        return result;
    }
}
