using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Flows;

/// <summary>What a method does with values, as its callers need to know it.</summary>
/// <param name="Returned">What it returns.</param>
/// <param name="After">What its reference parameters, and the objects handed to it, hold afterwards; -1 is the object
/// itself.</param>
/// <param name="Hits">What reaches a sink in it, parameters included.</param>
/// <param name="Proofs">What it makes sure of.</param>
internal sealed record MethodSummary(
    FlowValue Returned,
    ImmutableDictionary<int, FlowValue> After,
    ImmutableArray<SinkHit> Hits,
    FlowProofs Proofs
)
{
    public static MethodSummary Empty { get; } =
        new(
            FlowValue.Nothing,
            ImmutableDictionary<int, FlowValue>.Empty,
            ImmutableArray<SinkHit>.Empty,
            FlowProofs.Nothing
        );
}
