using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>What a method makes sure of by its conditions, for those who call it.</summary>
internal sealed partial class FlowInterpreter
{
    private FlowProofs _proofs = FlowProofs.Nothing;

    // What a method makes sure of with an answer.
    private void Prove(IOperation? answer)
    {
        if (!_program.FollowsInput || _nesting > 0 || _owner is not IMethodSymbol { ReturnType: { } type } method)
            return;
        if (
            answer is null
            || !IsTruth(type is INamedTypeSymbol { TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type)
        )
            return;
        foreach (var outcome in new[] { true, false })
            if (answer.ConstantValue is not { HasValue: true, Value: bool constant } || constant == outcome)
                _proofs = _proofs.And(outcome, CleanedParameters(method, _state, FactsOf(answer, outcome)));
    }

    private static ImmutableDictionary<int, SinkSet> CleanedParameters(
        IMethodSymbol method,
        ImmutableDictionary<ISymbol, FlowValue>? state,
        IReadOnlyList<FlowFact> facts
    )
    {
        var proved = ImmutableDictionary<int, SinkSet>.Empty;
        foreach (var parameter in method.Parameters)
        {
            var known = facts
                .Where(f => IsOf(f.Label, parameter))
                .Aggregate(SinkSet.None, (sinks, fact) => sinks.And(fact.Sinks));
            if (state is not null && state.TryGetValue(parameter, out var value))
                foreach (var label in value.Labels.Where(l => IsOf(l, parameter)))
                    known = known.And(label.Cleaned);
            if (known != SinkSet.None)
                proved = proved.Add(parameter.Ordinal, known);
        }

        return proved;
    }

    private static bool IsOf(FlowLabel label, IParameterSymbol parameter) =>
        label.Kind == FlowLabelKind.Parameter && label.Name.Length == 0 && label.Parameter == parameter.Ordinal;
}
