using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// What a method makes sure of: for which kinds of sinks its parameters are harmless when it returns, when it returns
/// true, and when it returns false.
/// </summary>
internal sealed record FlowProofs(
    ImmutableDictionary<int, SinkSet> Always,
    ImmutableDictionary<int, SinkSet>? WhenTrue,
    ImmutableDictionary<int, SinkSet>? WhenFalse
)
{
    private static readonly ImmutableDictionary<int, SinkSet> None = ImmutableDictionary<int, SinkSet>.Empty;

    public static FlowProofs Nothing { get; } = new(None, null, null);

    public ImmutableDictionary<int, SinkSet> When(bool outcome) => (outcome ? WhenTrue : WhenFalse) ?? None;

    /// <summary>The same after one more way to return with an answer.</summary>
    public FlowProofs And(bool answer, ImmutableDictionary<int, SinkSet> proved) =>
        answer
            ? this with
            {
                WhenTrue = InBoth(WhenTrue, proved),
            }
            : this with
            {
                WhenFalse = InBoth(WhenFalse, proved),
            };

    private static ImmutableDictionary<int, SinkSet> InBoth(
        ImmutableDictionary<int, SinkSet>? known,
        ImmutableDictionary<int, SinkSet> proved
    ) =>
        known is null
            ? proved
            : known
                .Where(k => proved.ContainsKey(k.Key))
                .ToImmutableDictionary(k => k.Key, k => k.Value.InBoth(proved[k.Key]));
}
