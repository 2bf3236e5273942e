namespace PolicyKit.Analyzers.Flows;

/// <summary>A value that reaches a sink.</summary>
/// <param name="Sink">The kind of the sink.</param>
/// <param name="Place">The piece of code by which it gets there: an argument of the sink, or of a method of the
/// program that hands it on.</param>
/// <param name="Label">Where it comes from.</param>
/// <param name="Callee">The sink by name.</param>
/// <param name="Target">Where a value goes, as far as the code says it: <c>service:id</c>, <c>host:name</c>; else empty.
/// </param>
internal sealed record SinkHit(FlowSink Sink, SyntaxNode Place, FlowLabel Label, string Callee, string Target = "");
