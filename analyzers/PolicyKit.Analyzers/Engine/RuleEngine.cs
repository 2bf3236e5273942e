using System.Collections.Concurrent;
using PolicyKit.Policies;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// Every rule at work on one compilation. What it finds depends on the compilation and on <see cref="RuleInputs"/>
/// alone.
/// <see cref="Run(Compilation, RuleInputs, CancellationToken)"/> looks at a whole program; the compiler's adapter
/// (<see cref="PolicyAnalyzer"/>) asks file by file, as an editor needs it.
/// </summary>
public sealed class RuleEngine
{
    private readonly Compilation _compilation;
    private readonly Subscriptions _subscriptions;
    private readonly TreeWalker _walker;

    /// <summary>Starts all rules.</summary>
    public RuleEngine(Compilation compilation, RuleInputs inputs)
        : this(RuleCatalog.Rules, compilation, inputs) { }

    internal RuleEngine(IReadOnlyList<PolicyRule> rules, Compilation compilation, RuleInputs inputs)
    {
        _compilation = compilation ?? throw new ArgumentNullException(nameof(compilation));
        Inputs = inputs ?? throw new ArgumentNullException(nameof(inputs));
        _subscriptions = new Subscriptions(compilation);
        foreach (var rule in rules)
            rule.Begin(new RuleContext(rule, inputs, compilation, _subscriptions));
        _walker = new TreeWalker(_subscriptions);
    }

    /// <summary>What the program is evaluated by.</summary>
    public RuleInputs Inputs { get; }

    /// <summary>Whether any rule looks at code.</summary>
    internal bool LooksAtCode => _walker.HasWork;

    /// <summary>All that the rules find in a program, in the order of its files.</summary>
    /// <exception cref="InvalidOperationException">A rule failed.</exception>
    public static IReadOnlyList<RuleFinding> Run(
        Compilation compilation,
        RuleInputs inputs,
        CancellationToken cancellationToken = default
    ) => new RuleEngine(compilation, inputs).Run(cancellationToken);

    /// <summary>
    /// The rules that had nothing to follow: that they find nothing in this program says nothing about it.
    /// </summary>
    public IReadOnlyList<RuleId> WithoutSubject =>
        _subscriptions
            .Flows.Where(flow => !_subscriptions.Program.Follows(flow.Kind))
            .Select(flow => flow.Rule.Id)
            .ToList();

    /// <summary>All that the rules find in the program, in the order of its files.</summary>
    /// <exception cref="InvalidOperationException">A rule failed.</exception>
    public IReadOnlyList<RuleFinding> Run(CancellationToken cancellation)
    {
        var found = new ConcurrentBag<RuleFinding>();
        try
        {
            var files = Inputs.Pack.Files.Concat(Inputs.Ignored).Select(file => file.Path);
            foreach (var path in files.Distinct(StringComparer.Ordinal))
                SeePolicyFile(path, found.Add);
            foreach (var file in Inputs.Configuration)
                SeeConfiguration(file, found.Add);
            if (LooksAtCode)
                Parallel.ForEach(
                    _compilation.SyntaxTrees,
                    new ParallelOptions { CancellationToken = cancellation },
                    tree => SeeTree(_compilation.GetSemanticModel(tree), found.Add, cancellation)
                );
            Finish(found.Add);
        }
        catch (AggregateException e) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException("a rule failed", e.InnerExceptions[0]);
        }

        return InOrder(found);
    }

    /// <summary>Looks at one file of source.</summary>
    internal void SeeTree(SemanticModel model, Action<RuleFinding> found, CancellationToken cancellation) =>
        _walker.Walk(model, found, cancellation);

    /// <summary>Looks at one additional file: of the pack, of configuration, or of neither.</summary>
    internal void SeeFile(string path, Action<RuleFinding> found)
    {
        SeePolicyFile(path, found);
        foreach (var file in Inputs.Configuration)
            if (file.Path == path)
                SeeConfiguration(file, found);
    }

    /// <summary>Reports what only the whole program shows.</summary>
    internal void Finish(Action<RuleFinding> found)
    {
        foreach (var (rule, end) in _subscriptions.Ends)
            end(new EndContext(rule, _compilation, found));
    }

    private void SeePolicyFile(string path, Action<RuleFinding> found)
    {
        foreach (var (rule, judge) in _subscriptions.PolicyFiles)
            judge(new PolicyFileContext(rule, path, found));
    }

    private void SeeConfiguration(ConfigurationFile file, Action<RuleFinding> found)
    {
        foreach (var (rule, judge) in _subscriptions.Configuration)
            judge(new ConfigurationContext(rule, file, found));
    }

    private IReadOnlyList<RuleFinding> InOrder(IEnumerable<RuleFinding> found)
    {
        var trees = new Dictionary<SyntaxTree, int>();
        foreach (var tree in _compilation.SyntaxTrees)
            trees[tree] = trees.Count;
        return found
            .OrderBy(f => f.Location.SourceTree is { } tree ? trees[tree] : -1)
            .ThenBy(f => f.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(f => f.Location.GetLineSpan().StartLinePosition)
            .ThenBy(f => f.Location.GetLineSpan().EndLinePosition)
            .ThenBy(f => f.Rule.Rule.Value, StringComparer.Ordinal)
            .ThenBy(f => f.Message.Key, StringComparer.Ordinal)
            .ThenBy(f => f.Aspect, StringComparer.Ordinal)
            .ToList();
    }
}
