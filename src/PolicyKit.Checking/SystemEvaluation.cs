using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Checking;

/// <summary>One system, its compilations and how it stands.</summary>
/// <param name="Compilations">What was looked at: one for each project, or one that was not built.</param>
/// <param name="Evaluation">How it stands; null where there is no policy and standard to judge by.</param>
internal sealed record SystemEvaluation(IReadOnlyList<CheckedSystem> Compilations, Evaluation? Evaluation)
{
    /// <summary>What logs of other tools say of this system, as far as its standard cites their rules.</summary>
    public IReadOnlyList<Finding> Logged { get; private init; } = [];

    public PolicyPack Pack => Compilations[0].Pack;

    /// <summary>
    /// Evaluates the systems behind some compilations: those that share a declaration are one system.
    /// </summary>
    public static IReadOnlyList<SystemEvaluation> Of(
        IReadOnlyList<CheckedSystem> systems,
        RuleRun logs,
        DataTables tables,
        LocalDate asOf,
        LocalDate? deadlinesUntil = null,
        bool isWhole = true
    )
    {
        var evaluators = new Dictionary<string, ComplianceEvaluator>(StringComparer.Ordinal);
        return systems
            .GroupBy(s => (Declaration: s.Pack.File(DocumentKind.System)?.Path, Standard: StandardOf(s.Pack)))
            .Select(group =>
            {
                var pack = group.First().Pack;
                // What is in no project's files may be anybody's.
                bool IsHere(Finding finding) =>
                    group.Any(s => CitedFindings.IsIn(finding, s.Project))
                    || !systems.Any(s => CitedFindings.IsIn(finding, s.Project));
                // Of rules of ours a log is believed only where they did not run here.
                bool Counts(RuleId rule) => !rule.IsPolicyKit || group.All(s => s.TreeCount == 0);
                var logged = CitedFindings
                    .Of(logs.Findings.Where(f => Counts(f.Rule) && IsHere(f)), FolderOf(group.First()), pack, asOf)
                    // What the check found itself is not told twice.
                    .Where(l => !group.Any(s => s.Findings.Any(f => IsSame(f, l))))
                    .ToList();
                if (!pack.IsComplete)
                    return new SystemEvaluation(group.ToList(), null) { Logged = logged };
                if (!evaluators.TryGetValue(group.Key.Standard, out var evaluator))
                    evaluators.Add(
                        group.Key.Standard,
                        evaluator = new ComplianceEvaluator(
                            pack.Policy!,
                            pack.Standard!,
                            tables.Cryptography,
                            tables.Holidays
                        )
                    );
                var declaration = pack.File(DocumentKind.System) is { } file
                    ? new ReadResult<SystemDeclaration>(pack.System, OfFiles(file), file)
                    : null;
                return new SystemEvaluation(
                    group.ToList(),
                    evaluator.Evaluate(
                        declaration,
                        Run(group, pack, logs.Judged.Where(Counts), logged, isWhole),
                        pack.Evidence,
                        pack.Waivers,
                        asOf,
                        deadlinesUntil
                    )
                )
                {
                    Logged = logged,
                };
            })
            .OrderBy(e => e.Evaluation?.System?.Value ?? "", StringComparer.Ordinal)
            .ToList();
    }

    private static bool IsSame(Finding one, Finding other) =>
        one.Rule == other.Rule
        && one.Location.Start.Line == other.Location.Start.Line
        && one.Location.File.Length > 0
        && other.Location.File.Length > 0
        && Path.GetFullPath(one.Location.File) == Path.GetFullPath(other.Location.File);

    // What a file beside the declaration shows to be wrong in it.
    private static ValueList<Problem> OfFiles(SourceDocument declaration) =>
        SbomFile.Compare(declaration).ToValueList();

    private static string FolderOf(CheckedSystem system) => system.Folder.Length > 0 ? system.Folder : system.Project;

    private static string StandardOf(PolicyPack pack) =>
        string.Join(
            " ",
            pack.Files.Where(f => f.Kind is DocumentKind.Policy or DocumentKind.Standard).Select(f => f.Sha256)
        );

    // A rule has judged a system when it ran over all of it: where a file could not be looked at, having found
    // nothing says nothing.
    private static RuleRun Run(
        IEnumerable<CheckedSystem> compilations,
        PolicyPack pack,
        IEnumerable<RuleId> judgedInLogs,
        List<Finding> logged,
        bool isWhole
    )
    {
        var all = compilations.ToList();
        var judged =
            isWhole && all.All(c => c.TreeCount > 0 && c.Failures.Count == 0)
                ? RanOver(all, pack).Concat(RanEverywhere(all))
                : [];
        // What was found was found, whatever else was not looked at; that nothing was found shows nothing then.
        // The same
        // holds for what the build itself says of a rule of others (the audit of packages).
        var found = all.SelectMany(c => c.Findings)
            .Where(f => !f.Rule.IsPolicyKit || (f.Waiver is null && f.Severity != Severity.Information))
            .Select(f => f.Rule);
        return new RuleRun(
            judged.Concat(found).Concat(judgedInLogs).Distinct().ToValueList(),
            all.SelectMany(c => c.Findings).Concat(logged).ToValueList()
        );
    }

    // A method of its own: where nothing was compiled, nothing loads the rules.
    private static IEnumerable<RuleId> RanOver(List<CheckedSystem> all, PolicyPack pack) =>
        RuleCatalog
            .Rules.Where(r =>
                pack.Standard!.SeverityOf(r.Rule) is not null
                && r.Parameters.All(p => pack.Standard.Find(p) is not null)
            )
            .Select(r => r.Rule)
            .Where(r => all.Any(c => !c.WithoutSubject.Contains(r)));

    private static IEnumerable<RuleId> RanEverywhere(List<CheckedSystem> all) =>
        all.Skip(1).Aggregate(all[0].CitedRules.AsEnumerable(), (rules, next) => rules.Intersect(next.CitedRules));
}
