using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>The result of a check over all compilations: what every writer takes.</summary>
internal sealed class CheckReport
{
    public CheckReport(
        LocalDate asOf,
        CheckedDelivery delivery,
        IReadOnlyList<SystemEvaluation> evaluations,
        MessageLanguage language
    )
    {
        var systems = delivery.Systems;
        (AsOf, Systems, Sight, Evaluations) = (asOf, systems, delivery.Sight, evaluations);
        // The same file compiled for two frameworks gives one finding.
        Findings = Numbered(
            systems
                .SelectMany(s => s.Findings.Select(f => (System: s, Finding: f)))
                .Concat(
                    evaluations.SelectMany(e =>
                        EvaluationFindings.Of(e, language).Select(f => (System: e.Compilations[0], Finding: f))
                    )
                )
                .Concat(evaluations.SelectMany(e => e.Logged.Select(f => (System: e.Compilations[0], Finding: f))))
                .DistinctBy(f =>
                    (
                        f.Finding.Rule,
                        f.Finding.Location,
                        f.Finding.Message,
                        f.Finding.Location.File.Length == 0 ? f.System.Project : ""
                    )
                )
                .OrderBy(f => f.Finding.Location.File, StringComparer.Ordinal)
                .ThenBy(f => f.Finding.Location.Start)
                .ThenBy(f => f.Finding.Rule.Value, StringComparer.Ordinal)
                .ThenBy(f => f.Finding.Message, StringComparer.Ordinal)
        );
    }

    private readonly Dictionary<string, CheckedSystem> _systems = new(StringComparer.Ordinal);

    public LocalDate AsOf { get; }

    public IReadOnlyList<CheckedSystem> Systems { get; }

    /// <summary>What there was to judge, and what became of it.</summary>
    public Sight Sight { get; }

    /// <summary>How each system stands.</summary>
    public IReadOnlyList<SystemEvaluation> Evaluations { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public int Errors => Findings.Count(f => f.Severity == Severity.Error);

    public int Warnings => Findings.Count(f => f.Severity == Severity.Warning);

    /// <summary>
    /// The pack that the summary speaks of: the first that is complete. All are the same unless each project brings its
    /// own, or one brings none.
    /// </summary>
    public PolicyPack Pack => (Systems.FirstOrDefault(s => s.Pack.IsComplete) ?? Systems[0]).Pack;

    /// <summary>The system that a finding of this report was made in.</summary>
    public CheckedSystem SystemOf(Finding finding) => _systems[finding.Fingerprint];

    /// <summary>What a finding stands on, in the pack that its own system was judged by.</summary>
    public RuleBasis BasisOf(Finding finding)
    {
        var pack = SystemOf(finding).Pack;
        var controls = finding.Controls.Select(id => pack.Standard?.Find(id)).OfType<Control>().ToValueList();
        return new RuleBasis(
            pack.Policy,
            pack.Standard,
            controls,
            finding.Provisions,
            controls.SelectMany(c => c.Threats).Distinct().ToValueList(),
            finding.Severity
        )
        {
            Fallbacks = pack.FallbacksOf(controls),
        };
    }

    /// <summary>How many findings a waiver covers: as found there are so many more.</summary>
    public int Waived => Findings.Count(f => f.Waiver is not null);

    /// <summary>How many controls of all systems are in a state.</summary>
    public int ControlsIn(ComplianceState state) =>
        Declared.Sum(e => e.Evaluation?.Controls.Count(c => c.State == state) ?? 0);

    public IEnumerable<string> Failures => Systems.SelectMany(s => s.Failures).Distinct(StringComparer.Ordinal);

    /// <summary>PolicyKit's own rules that the standard of a compilation cites and that ran over its code.</summary>
    public IReadOnlyList<RuleId> RulesJudged =>
        Systems
            .Where(s => s.TreeCount > 0 && s.Pack.Standard is not null)
            .SelectMany(s =>
                RuleCatalog.Rules.Where(r =>
                    s.Pack.Standard!.SeverityOf(r.Rule) is not null && !s.WithoutSubject.Contains(r.Rule)
                )
            )
            .Select(r => r.Rule)
            .Distinct()
            .OrderBy(r => r.Value, StringComparer.Ordinal)
            .ToList();

    /// <summary>The rules of other analyzers that the standard cites and this run did not judge.</summary>
    public IReadOnlyList<string> RulesNotJudged =>
        Checks
            .OfType<SourceCheck>()
            .Where(c => !c.Rule.IsPolicyKit && Evaluations.Any(e => NotRun(e, c)))
            .Select(c => c.Rule.Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

    // Code beside a declared system that declares nothing itself has its finding (PK0005); its controls are not
    // counted a second time.
    private IEnumerable<SystemEvaluation> Declared =>
        Evaluations.Any(e => e.Evaluation?.System is not null)
            ? Evaluations.Where(e => e.Evaluation?.System is not null)
            : Evaluations;

    /// <summary>
    /// How many checks of a kind nothing could be said of: nothing was declared, or no register was given.
    /// </summary>
    public int NotEvidenced<T>()
        where T : Check =>
        Declared.Sum(e =>
            e.Evaluation?.Controls.SelectMany(c => c.Checks)
                .Count(c => c.Check is T && c.State == ComplianceState.NotEvidenced)
            ?? 0
        );

    private static bool NotRun(SystemEvaluation system, SourceCheck check) =>
        system
            .Evaluation?.Controls.SelectMany(c => c.Checks)
            .Any(c => c.Check == check && c.State == ComplianceState.NotEvidenced)
        ?? true;

    private IEnumerable<Check> Checks => Pack.Standard?.Controls.SelectMany(c => c.Checks) ?? [];

    public int ExitCodeOf() =>
        Verdict switch
        {
            Verdict.Conforms => ExitCode.Conforms,
            Verdict.Violations => ExitCode.Violations,
            Verdict.InvalidPolicy => ExitCode.InvalidPolicy,
            _ => ExitCode.UnreadableDeliverable,
        };

    /// <summary>
    /// How the check ends: what could not be judged weighs more than what is wrong, for nobody knows the whole.
    /// </summary>
    public Verdict Verdict
    {
        get
        {
            var errors = Systems
                .SelectMany(s =>
                    s.Pack.Problems.Where(p => p.Severity == Severity.Error)
                        .Select(p => (Problem: p, Kind: KindOf(s.Pack, p)))
                )
                .ToList();
            if (errors.Any(e => e.Kind is not DocumentKind.System))
                return Verdict.InvalidPolicy;
            // A declaration that can be read and says something wrong is a violation like any other.
            var isUnreadable = errors.Any(e => e.Problem.Family == ProblemFamily.Form);
            if (isUnreadable || Failures.Any() || !Sight.IsWhole)
                return Verdict.NotJudged;
            return Errors > 0 ? Verdict.Violations : Verdict.Conforms;
        }
    }

    private static DocumentKind? KindOf(PolicyPack pack, Problem problem) =>
        pack.Files.FirstOrDefault(f => f.Path == problem.Location.File)?.Kind;

    // Findings with the same rule, file and line are told apart by their order.
    private List<Finding> Numbered(IEnumerable<(CheckedSystem System, Finding Finding)> findings)
    {
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<Finding>();
        foreach (var (system, finding) in findings)
        {
            var occurrence = occurrences.GetValueOrDefault(finding.Fingerprint);
            occurrences[finding.Fingerprint] = occurrence + 1;
            var known =
                occurrence == 0
                    ? finding
                    : finding with
                    {
                        Fingerprint = Fingerprints.Of(
                            finding.Rule,
                            finding.Location,
                            system.Project,
                            finding.Excerpt,
                            finding.Message,
                            occurrence
                        ),
                    };
            _systems[known.Fingerprint] = system;
            result.Add(known);
        }

        return result;
    }
}
