using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// Where the values of one program go. Each method is looked at once where the calls beneath it end within
/// <see cref="MaxCalls"/> calls; what calls itself is looked at once for each call up to that bound.
/// </summary>
internal sealed class FlowProgram
{
    /// <summary>How many calls in a row are followed.</summary>
    public const int MaxCalls = 6;

    // A message names no more members than that.
    private const int MaxNames = 3;

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<FlowSettings, FlowProgram>> All =
        new();

    private readonly ProgramCode _code;
    private readonly ConcurrentDictionary<ISymbol, MethodSummary> _whole = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ISymbol Method, int Calls), (FlowValue Value, bool IsWhole)> _put = new(
        new ByMethod()
    );
    private readonly ConcurrentDictionary<(ISymbol Method, int Calls), MethodSummary> _bounded = new(new ByMethod());
    private readonly Lazy<Implementations> _implementations;
    private readonly Lazy<Destinations> _destinations;
    private readonly FlowSettings _settings;
    private readonly Lazy<bool> _followsClasses;
    private readonly Lazy<bool> _followsInput;

    private FlowProgram(Compilation compilation, FlowSettings settings)
    {
        Compilation = compilation;
        Classes = new Classifications(compilation, settings.Attributes);
        Input = new RequestInput(compilation, Models);
        (_settings, Redactors) = (settings, settings.Redactors);
        _followsClasses = new Lazy<bool>(() => settings.FollowsClasses && Classes.IsUsed);
        _followsInput = new Lazy<bool>(() => settings.FollowsInput && Input.IsUsed);
        _code = new ProgramCode(compilation);
        _destinations = new Lazy<Destinations>(() => new Destinations(compilation));
        _implementations = new Lazy<Implementations>(() => new Implementations(compilation));
    }

    public Compilation Compilation { get; }

    public Classifications Classes { get; }

    /// <summary>What requests decide.</summary>
    public RequestInput Input { get; }

    /// <summary>Whether a rule asks for classified values, and there are any.</summary>
    public bool FollowsClasses => _followsClasses.Value;

    /// <summary>Whether a rule asks for input, and the program can have any.</summary>
    public bool FollowsInput => _followsInput.Value;

    /// <summary>Whether a kind of label is followed.</summary>
    public bool Follows(FlowLabelKind kind) => kind == FlowLabelKind.Input ? FollowsInput : FollowsClasses;

    /// <summary>Whether there is anything to follow.</summary>
    public bool IsNeeded => FollowsClasses || FollowsInput;

    /// <summary>Where calls send to.</summary>
    public Destinations Destinations => _destinations.Value;

    public FlowModels Models => FlowModels.BroughtAlong;

    /// <summary>The words that say that a method makes its argument unrecognisable.</summary>
    public IReadOnlyList<string> Redactors { get; }

    /// <summary>The one of a compilation: all rules of flows share it.</summary>
    public static FlowProgram Of(Compilation compilation, FlowSettings settings) =>
        All.GetValue(compilation, _ => new ConcurrentDictionary<FlowSettings, FlowProgram>())
            .GetOrAdd(settings, s => new FlowProgram(compilation, s));

    /// <summary>Whether a rule asks for what a label says at a sink.</summary>
    public bool Wants(FlowSink sink, FlowLabel label)
    {
        if (label.Kind == FlowLabelKind.Temporary)
            return false;
        if (sink <= FlowSink.Response)
            return label.Kind != FlowLabelKind.Input && FollowsClasses;
        return label.Kind != FlowLabelKind.Classified && FollowsInput && !label.Cleaned.Contains(sink);
    }

    /// <summary>What a source gives.</summary>
    public FlowValue Given(FlowModel source, ISymbol by)
    {
        if (source.IsTemporary)
            return FollowsClasses ? FlowValue.Of(FlowLabel.Temporary) : FlowValue.Nothing;
        return FollowsInput
            ? FlowValue.Of(FlowLabel.Input(by.ContainingType.Name + "." + by.Name, by, source.Cleans))
            : FlowValue.Nothing;
    }

    /// <summary>Whether a method makes input harmless, by its attribute or its name.</summary>
    public bool IsSanitizer(IMethodSymbol method) =>
        FollowsInput
        && (
            method.GetAttributes().Any(a => a.AttributeClass?.Name == "SanitizerAttribute")
            || (
                _settings.Sanitizers.Count > 0
                && !Namespaces.IsFramework(method.ContainingType)
                && IdentifierWords.HasWord(method.Name, _settings.Sanitizers)
            )
        );

    /// <summary>What reaches a sink in a piece of code; what its callers hand to it is not known.</summary>
    public IEnumerable<SinkHit> HitsIn(IOperation body, ISymbol owner)
    {
        var hits =
            owner is IMethodSymbol method && HasBody(method)
                ? Of(method, MaxCalls, out _).Hits
                : new FlowInterpreter(this, owner, MaxCalls).Run(new[] { body }).Hits;
        if (FollowsInput && owner is IMethodSymbol answering && Input.IsEntry(answering))
            hits = hits.SelectMany(h => Answered(h, answering)).ToImmutableArray();
        return hits.Where(h => h.Label.Kind != FlowLabelKind.Parameter && body.Syntax.Span.Contains(h.Place.Span))
            .GroupBy(h => (h.Sink, h.Place, h.Target))
            .Select(Together);
    }

    // The parameters of what answers a request hold what the request says.
    private IEnumerable<SinkHit> Answered(SinkHit hit, IMethodSymbol method)
    {
        if (hit.Label.Kind != FlowLabelKind.Parameter)
            return new[] { hit };
        if (hit.Label.Parameter < 0)
            return Enumerable.Empty<SinkHit>();
        var input = Input.Of(method.Parameters[hit.Label.Parameter]);
        return FlowValue
            .ForLabel(hit.Label, _ => input)
            .Labels.Where(label => Wants(hit.Sink, label))
            .Select(label => hit with { Label = label });
    }

    // One place is one finding: the highest class, and the members that come together there.
    private static SinkHit Together(IEnumerable<SinkHit> hits)
    {
        var all = hits.OrderByDescending(h => h.Label.Rank).ToList();
        var names = all.Select(h => h.Label.Name).Distinct(StringComparer.Ordinal).ToList();
        var name = string.Join(", ", names.Take(MaxNames)) + (names.Count > MaxNames ? ", …" : "");
        return all[0] with { Label = all[0].Label with { Name = name } };
    }

    /// <summary>Whether the code of a method is part of the program.</summary>
    public bool HasBody(IMethodSymbol method) => _code.Of(method.OriginalDefinition).Count > 0;

    /// <summary>The methods whose code runs by a call: itself, or what implements it.</summary>
    public IEnumerable<IMethodSymbol> TargetsOf(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (HasBody(method))
            return new[] { method };
        return method.IsAbstract && method.DeclaringSyntaxReferences.Length > 0
            ? _implementations.Value.Of(method).Where(HasBody)
            : Enumerable.Empty<IMethodSymbol>();
    }

    /// <summary>What a method does.</summary>
    /// <param name="method">A method of the program.</param>
    /// <param name="calls">How many calls in a row may still be followed.</param>
    /// <param name="isWhole">Whether more calls would show nothing more.</param>
    public MethodSummary Of(IMethodSymbol method, int calls, out bool isWhole)
    {
        method = method.OriginalDefinition;
        isWhole = true;
        if (_whole.TryGetValue(method, out var known))
            return known;
        isWhole = false;
        if (calls <= 0)
            return MethodSummary.Empty;
        if (_bounded.TryGetValue((method, calls), out known))
            return known;
        var interpreter = new FlowInterpreter(this, method, calls);
        var summary = interpreter.Run(_code.Of(method).Select(_code.Bind).OfType<IOperation>());
        isWhole = interpreter.IsWhole;
        return isWhole ? _whole.GetOrAdd(method, summary) : _bounded.GetOrAdd((method, calls), summary);
    }

    /// <summary>What a type puts into a field or property of its own: where it is declared, and in its methods.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="calls">How many calls, and fields that are made of fields, may still be followed.</param>
    /// <param name="isWhole">Whether more would show nothing more.</param>
    public FlowValue PutInto(ISymbol member, int calls, out bool isWhole)
    {
        isWhole = false;
        if (calls <= 0)
            return FlowValue.Nothing;
        var (value, all) = _put.TryGetValue((member, calls), out var known)
            ? known
            : _put.GetOrAdd((member, calls), Put(member, calls));
        isWhole = all;
        return value;
    }

    private (FlowValue Value, bool IsWhole) Put(ISymbol member, int calls)
    {
        var (value, isWhole) = (FlowValue.Nothing, true);
        if (_code.InitializerOf(member) is { } initializer && _code.Bind(initializer) is { } given)
        {
            var interpreter = new FlowInterpreter(this, member, calls - 1);
            value = interpreter.Value(given).WithoutParameters();
            isWhole &= interpreter.IsWhole;
        }

        foreach (var method in _code.WritersOf(member))
        {
            var after = Of(method, calls - 1, out var all).After;
            isWhole &= all;
            if (
                after.TryGetValue(FlowInterpreter.Self, out var self)
                && self.Members.TryGetValue(member.Name, out var put)
            )
                value = value.Join(put.WithoutParameters());
        }

        return (value, isWhole);
    }

    private sealed class ByMethod : IEqualityComparer<(ISymbol Method, int Calls)>
    {
        public bool Equals((ISymbol Method, int Calls) x, (ISymbol Method, int Calls) y) =>
            x.Calls == y.Calls && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

        public int GetHashCode((ISymbol Method, int Calls) key) =>
            SymbolEqualityComparer.Default.GetHashCode(key.Method) ^ key.Calls;
    }
}
