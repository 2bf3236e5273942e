using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Flows;

/// <summary>A value that reaches a sink.</summary>
/// <param name="Sink">The kind of the sink.</param>
/// <param name="Place">The piece of code by which it gets there: an argument of the sink, or of a method of the
/// program that hands it on.</param>
/// <param name="Label">Where it comes from.</param>
/// <param name="Callee">The sink by name.</param>
/// <param name="Target">Where a value goes, as far as the code says it: <c>service:id</c>, <c>host:name</c>; or
/// empty.</param>
/// <param name="End">The argument of the sink itself.</param>
internal sealed record SinkHit(
    FlowSink Sink,
    SyntaxNode Place,
    FlowLabel Label,
    string Callee,
    string Target,
    SyntaxNode End
)
{
    /// <summary>
    /// The road of the value in the files of a program: where it is declared, what it went through, and the sink where
    /// that is another place.
    /// </summary>
    public ImmutableArray<Location> Road(Compilation compilation)
    {
        var road = Label
            .Steps.Prepend(Label.Origin)
            .OfType<ISymbol>()
            .Select(symbol => symbol.Locations.FirstOrDefault())
            .OfType<Location>()
            .Where(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
            .ToList();
        if (End != Place && compilation.ContainsSyntaxTree(End.SyntaxTree))
            road.Add(End.GetLocation());
        return road.Distinct().ToImmutableArray();
    }
}
