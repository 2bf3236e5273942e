namespace PolicyKit.Analyzers.Flows;

/// <summary>What a condition says of a value.</summary>
/// <param name="Place">The value in the code.</param>
/// <param name="Label">Where it comes from.</param>
/// <param name="Sinks">The kinds of sinks for which it is harmless.</param>
internal sealed record FlowFact(IOperation Place, FlowLabel Label, SinkSet Sinks);
