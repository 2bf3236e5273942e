using PolicyKit.Evidence;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Packs;

/// <summary>
/// Everything that a check stands on: the policy, the standard and the declaration of the system, read together, with
/// all that is wrong in and between them.
/// </summary>
/// <remarks>
/// Made of any number of files, in any order; the kind of each is read from its content. Of each kind one file counts,
/// except for standards, which may import each other.
/// What could not be read is null beside its problems.
/// </remarks>
public sealed class PolicyPack
{
    private readonly IReadOnlyList<Problem> _read;
    private readonly bool _isWhole;
    private readonly KnownRules? _rules;

    // The problems of reading apart from those between the files: more files may be added.
    private PolicyPack(
        ValueList<SourceDocument> files,
        SecurityStandard? standard,
        bool isWhole,
        IReadOnlyList<Problem> read,
        KnownRules? rules,
        ValueList<ControlFallback> fallbacks
    )
    {
        Fallbacks = fallbacks;
        (Files, Standard, _isWhole, _read, _rules) = (files, standard, isWhole, read, rules);
        Problems = ReadContext.InOrder([.. read, .. References.Check(files, isWhole ? standard : null, rules)]);
    }

    /// <summary>The basic policy; null when none was given or it could not be read.</summary>
    public SecurityPolicy? Policy { get; private init; }

    /// <summary>
    /// The standard, resolved: what it imports is in it. Null when none was given or it could not be read.
    /// </summary>
    public SecurityStandard? Standard { get; }

    /// <summary>
    /// The imported controls whose provisions the policy does not have, in the order of the standard.
    /// </summary>
    public ValueList<ControlFallback> Fallbacks { get; }

    /// <summary>The declaration of the system; null when none was given or it could not be read.</summary>
    public SystemDeclaration? System { get; private init; }

    /// <summary>The register of waivers; null when none was given or it could not be read.</summary>
    public WaiverRegister? Waivers { get; private init; }

    /// <summary>The register of evidence; null when none was given or it could not be read.</summary>
    public EvidenceRegister? Evidence { get; private init; }

    /// <summary>The files, by kind and then by path.</summary>
    public ValueList<SourceDocument> Files { get; }

    /// <summary>
    /// Everything wrong, by file and place. Policy lints are not among them: see <see cref="PolicyLints"/>.
    /// </summary>
    public ValueList<Problem> Problems { get; }

    /// <summary>Whether there is a policy and a standard to judge by (they may still have problems).</summary>
    public bool IsComplete => Policy is not null && Standard is not null;

    /// <summary>The file of a kind; null when none was given.</summary>
    public SourceDocument? File(DocumentKind kind) => Files.FirstOrDefault(f => f.Kind == kind);

    /// <summary>
    /// Reads everything of a body that lies in a folder: the files <c>*.json</c> directly in it that say what kind they
    /// are, and those that cannot be read.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="rules">
    /// The rules that can be run; null when the caller runs none and rule ids are not to be judged.
    /// </param>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static PolicyPack LoadFolder(string path, KnownRules? rules = null) =>
        Load(
            Directory
                .EnumerateFiles(path, "*.json")
                .OrderBy(file => file, StringComparer.Ordinal)
                .Select(SourceDocument.ReadFile)
                .Where(file => file.Kind is not null || file.Text.Error is not null),
            rules
        );

    /// <summary>
    /// Reads files together. The order in which they are given does not matter. Never throws on bad data.
    /// </summary>
    /// <param name="files">The files, of any kind.</param>
    /// <param name="rules">
    /// The rules that can be run; null when the caller runs none and rule ids are not to be judged.
    /// </param>
    public static PolicyPack Load(IEnumerable<SourceDocument> files, KnownRules? rules = null)
    {
        var sorted = InOrder(files);
        var problems = new List<Problem>();
        foreach (var file in sorted.Where(f => f.Kind is null))
            problems.Add(NoKind(file));
        var policy = ReadOne(sorted, DocumentKind.Policy, PolicySerializer.Read, problems);
        var fallbacks = new List<ControlFallback>();
        var standard = ReadStandard(sorted, policy?.Value, problems, fallbacks, out var isWhole);
        var system = ReadOne(sorted, DocumentKind.System, SystemSerializer.Read, problems);
        var waivers = ReadOne(sorted, DocumentKind.Waivers, WaiverSerializer.Read, problems);
        var evidence = ReadOne(sorted, DocumentKind.Evidence, EvidenceSerializer.Read, problems);
        return new PolicyPack(sorted, standard, isWhole, problems, rules, fallbacks.ToValueList())
        {
            Policy = policy?.Value,
            System = system?.Value,
            Waivers = waivers?.Value,
            Evidence = evidence?.Value,
        };
    }

    /// <summary>
    /// The same files and more, read together as by <see cref="Load"/>. Where only a declaration and registers are
    /// added that the pack does not have yet, the policy and the standard are not read again.
    /// </summary>
    /// <param name="files">The further files.</param>
    public PolicyPack With(IEnumerable<SourceDocument> files)
    {
        var added = files.ToList();
        if (!added.All(IsNewHere))
            return Load(Files.Concat(added), _rules);
        var problems = _read.ToList();
        var system = ReadOne(added, DocumentKind.System, SystemSerializer.Read, problems);
        var waivers = ReadOne(added, DocumentKind.Waivers, WaiverSerializer.Read, problems);
        var evidence = ReadOne(added, DocumentKind.Evidence, EvidenceSerializer.Read, problems);
        return new PolicyPack(InOrder(Files.Concat(added)), Standard, _isWhole, problems, _rules, Fallbacks)
        {
            Policy = Policy,
            System = system?.Value ?? System,
            Waivers = waivers?.Value ?? Waivers,
            Evidence = evidence?.Value ?? Evidence,
        };
    }

    /// <summary>What a rule stands on in this pack.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="fallback">The provisions it stands on where no control uses it.</param>
    public RuleBasis BasisOf(RuleId rule, ValueList<ProvisionId> fallback)
    {
        var controls = Standard?.ControlsOf(rule) ?? ValueList<Control>.Empty;
        var provisions =
            controls.Count == 0 ? fallback : controls.SelectMany(c => c.Provisions).Distinct().ToValueList();
        return new RuleBasis(
            Policy,
            Standard,
            controls,
            provisions,
            controls.SelectMany(c => c.Threats).Distinct().ToValueList(),
            Standard?.SeverityOf(rule)
        )
        {
            Fallbacks = FallbacksOf(controls),
        };
    }

    /// <summary>Those of some controls whose provisions the policy does not have.</summary>
    public ValueList<ControlFallback> FallbacksOf(ValueList<Control> controls) =>
        Fallbacks.Count == 0
            ? ValueList<ControlFallback>.Empty
            : Fallbacks.Where(f => controls.Any(c => c.Id == f.Control)).ToValueList();

    private bool IsNewHere(SourceDocument file) =>
        file.Kind is DocumentKind.System or DocumentKind.Waivers or DocumentKind.Evidence
        && Files.All(f => f.Kind != file.Kind);

    // By kind and then by path; files of no kind come last.
    private static ValueList<SourceDocument> InOrder(IEnumerable<SourceDocument> files)
    {
        static int Rank(SourceDocument file) => file.Kind is { } kind ? (int)kind : int.MaxValue;
        var sorted = files.ToList();
        sorted.Sort(
            (a, b) =>
                Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b))
                : StringComparer.Ordinal.Compare(a.Path, b.Path) is var byPath && byPath != 0 ? byPath
                : StringComparer.Ordinal.Compare(a.Content, b.Content)
        );
        return sorted.ToValueList();
    }

    private static Problem NoKind(SourceDocument file)
    {
        if (file.Text.Error is { } error)
            return new Problem(
                error.Message,
                Severity.Error,
                new Location(file.Path, error.Position, error.Position, ""),
                ProblemFamily.Form
            );
        var at = file.Text.Root.TryGetMember("kind", out var kind) ? kind : file.Text.Root;
        return new Problem(
            ReadContext.Messages.Message("read.no-kind", string.Join(", ", DocumentKindExtensions.Words)),
            Severity.Error,
            file.LocationOf(at),
            ProblemFamily.Form
        );
    }

    // Of several standards those that another imports belong to it; what is left over is one too many.
    private static SecurityStandard? ReadStandard(
        ValueList<SourceDocument> files,
        SecurityPolicy? policy,
        List<Problem> problems,
        List<ControlFallback> fallbacks,
        out bool isWhole
    )
    {
        isWhole = false;
        var read = files.Where(f => f.Kind == DocumentKind.Standard).Select(StandardSerializer.Read).ToList();
        problems.AddRange(read.SelectMany(r => r.Problems));
        if (read.Count == 0)
            return null;
        var roots = StandardResolver.Roots(read);
        var root = roots.FirstOrDefault(r => r.Value is not null) ?? read[0];
        foreach (var other in roots.Where(r => !ReferenceEquals(r, root)))
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message("pack.two-files", DocumentKind.Standard.Name(), root.Source.Path),
                    Severity.Error,
                    Location.StartOf(other.Source.Path)
                )
            );
        var resolved = StandardResolver.Resolve(root, read, policy, fallbacks);
        problems.AddRange(resolved.Problems);
        isWhole = resolved.Problems.All(p =>
            p.Family is not (ProblemFamily.MissingImport or ProblemFamily.ImportCircle)
        );
        return resolved.Value;
    }

    private static ReadResult<T>? ReadOne<T>(
        IEnumerable<SourceDocument> files,
        DocumentKind kind,
        Func<SourceDocument, ReadResult<T>> read,
        List<Problem> problems
    )
        where T : class
    {
        ReadResult<T>? first = null;
        foreach (var file in files.Where(f => f.Kind == kind))
        {
            var result = read(file);
            problems.AddRange(result.Problems);
            if (first is not null)
                problems.Add(
                    new Problem(
                        ReadContext.Messages.Message("pack.two-files", kind.Name(), first.Source.Path),
                        Severity.Error,
                        Location.StartOf(file.Path)
                    )
                );
            first ??= result;
        }

        return first;
    }
}
