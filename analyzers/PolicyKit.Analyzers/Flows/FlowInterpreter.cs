using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// Runs a piece of code with what is known of its values instead of values: statements in their order, both sides of
/// a branch, loops twice.
/// </summary>
internal sealed partial class FlowInterpreter
{
    /// <summary>The number of the object itself among the parameters.</summary>
    public const int Self = -1;

    // Functions within functions, and loops within loops, beyond that are gone through once.
    private const int MaxNesting = 3;

    // What lies deeper in one expression, and functions that run more often than that, are left out: a bound that is
    // the same wherever the code runs.
    private const int MaxDepth = 150;
    private const int MaxFunctions = 500;

    private readonly FlowProgram _program;
    private readonly ISymbol _owner;
    private readonly ISymbol _self;
    private readonly int _calls;
    private readonly List<SinkHit> _hits = new();
    private readonly Dictionary<ISymbol, IAnonymousFunctionOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly Stack<FlowValue> _receivers = new();
    private int _nesting;

    // How deep the function stands that answers a request; none where that is nobody here.
    private int _answersAt = -1;
    private int _depth;
    private int _functionsRun;
    private int _loops;
    private FlowValue _returned = FlowValue.Nothing;

    // What is known of locals, parameters and the object itself; null where the code is not reached.
    private ImmutableDictionary<ISymbol, FlowValue>? _state = ImmutableDictionary.Create<ISymbol, FlowValue>(
        SymbolEqualityComparer.Default
    );

    // What is known where a loop or a switch is left.
    private ImmutableDictionary<ISymbol, FlowValue>? _left;

    public FlowInterpreter(FlowProgram program, ISymbol owner, int calls)
    {
        (_program, _owner, _calls) = (program, owner, calls);
        _self = (ISymbol?)owner.ContainingType ?? owner;
        Set(_self, FlowValue.Of(FlowLabel.Of(Self)));
        if (owner is IMethodSymbol answering && _program.FollowsClasses && _program.Input.IsEntry(answering))
            _answersAt = 0;
        if (owner is IMethodSymbol method)
            foreach (var parameter in method.Parameters)
                Set(parameter, Begin(parameter, FlowValue.Of(FlowLabel.Of(parameter.Ordinal))));
    }

    /// <summary>Whether no call was left out because there were too many in a row.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Runs the code of a member.</summary>
    public MethodSummary Run(IEnumerable<IOperation> code)
    {
        var begin = _state!;
        foreach (var piece in code)
        {
            Eval(piece);
            if (_state is null)
                break;
        }

        _ends = Join(_ends, _state);
        var proofs =
            _owner is IMethodSymbol method && _program.FollowsInput
                ? _proofs with
                {
                    Always = CleanedParameters(method, _ends, NoFacts),
                }
                : FlowProofs.Nothing;
        return new MethodSummary(_returned, After(begin), _hits.ToImmutableArray(), proofs);
    }

    /// <summary>What an expression gives.</summary>
    public FlowValue Value(IOperation expression) => Eval(expression);

    // What is known where the member returns.
    private ImmutableDictionary<ISymbol, FlowValue>? _ends;

    private ImmutableDictionary<int, FlowValue> After(ImmutableDictionary<ISymbol, FlowValue> begin)
    {
        var after = ImmutableDictionary<int, FlowValue>.Empty;
        if (_ends is null)
            return after;
        if (Changed(_self) is { } self)
            after = after.Add(Self, self);
        if (_owner is IMethodSymbol method)
            foreach (var parameter in method.Parameters)
                if (Changed(parameter) is { } value)
                    after = after.Add(parameter.Ordinal, value);
        return after;

        FlowValue? Changed(ISymbol symbol) =>
            _ends.TryGetValue(symbol, out var now) && !ReferenceEquals(now, begin[symbol]) ? now : null;
    }

    private FlowValue Begin(IParameterSymbol parameter, FlowValue value) =>
        _program.Classes.Of(parameter) is > 0 and var rank
            ? value.Join(FlowValue.Of(FlowLabel.Classified(parameter.Name, rank, parameter)))
            : value;

    private FlowValue Get(ISymbol symbol) =>
        _state is not null && _state.TryGetValue(symbol, out var value) ? value : FlowValue.Nothing;

    private void Set(ISymbol symbol, FlowValue value) => _state = _state?.SetItem(symbol, value);

    private static ImmutableDictionary<ISymbol, FlowValue>? Join(
        ImmutableDictionary<ISymbol, FlowValue>? one,
        ImmutableDictionary<ISymbol, FlowValue>? other
    )
    {
        if (one is null || ReferenceEquals(one, other))
            return other ?? one;
        if (other is null)
            return one;
        var joined = one;
        foreach (var entry in other)
            if (!joined.TryGetValue(entry.Key, out var mine))
                joined = joined.Add(entry.Key, entry.Value);
            else if (!ReferenceEquals(mine, entry.Value))
                joined = joined.SetItem(entry.Key, mine.Join(entry.Value));
        return joined;
    }

    // What a method of the program does with a value is found where the value is handed to it.
    private void Hit(FlowSink sink, SyntaxNode place, FlowLabel label, SinkHit inner) =>
        Hit(new SinkHit(sink, place, label, inner.Callee, inner.Target, inner.End));

    private void Hit(FlowSink sink, SyntaxNode place, FlowLabel label, string callee, string target = "") =>
        Hit(new SinkHit(sink, place, label, callee, target, place));

    private void Hit(SinkHit hit)
    {
        if (_program.Wants(hit.Sink, hit.Label) && !_hits.Exists(IsKnown))
            _hits.Add(hit);

        bool IsKnown(SinkHit known) =>
            known.Sink == hit.Sink
            && known.Place == hit.Place
            && known.Target == hit.Target
            && known.Label.IsSame(hit.Label);
    }
}
