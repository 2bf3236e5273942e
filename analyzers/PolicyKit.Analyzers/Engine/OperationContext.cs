namespace PolicyKit.Analyzers.Engine;

/// <summary>An operation that a rule looks at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Operation">The operation.</param>
/// <param name="ContainingSymbol">The member whose code it is part of.</param>
/// <param name="Compilation">The program.</param>
/// <param name="Found">Receives the findings.</param>
/// <param name="CancellationToken">The cancellation token.</param>
internal readonly record struct OperationContext(
    RuleContext Rule,
    IOperation Operation,
    ISymbol ContainingSymbol,
    Compilation Compilation,
    Action<RuleFinding> Found,
    CancellationToken CancellationToken
)
{
    /// <summary>
    /// Reports a piece of code. Arguments are user text: it is made visible, and must hold no secret.
    /// </summary>
    public void Report(SyntaxNode place, string key, params object[] arguments) =>
        Rule.Report(Found, LocationOf(place), null, key, arguments);

    /// <summary>Reports once for each aspect, where several things can be wrong with one piece of code.</summary>
    public void ReportAspect(SyntaxNode place, string aspect, string key, params object[] arguments) =>
        Rule.Report(Found, LocationOf(place), aspect, key, arguments);

    /// <summary>Reports a value that reaches a sink, with the road that it took.</summary>
    public void ReportFlow(SinkHit hit, string? aspect, string key, params object[] arguments)
    {
        var (found, road) = (Found, hit.Road(Compilation));
        Rule.Report(f => found(f with { Related = road }), LocationOf(hit.Place), aspect, key, arguments);
    }

    // What another project declares is reported where it is used: a compilation cannot be told of files that are not
    // its own.
    private Location LocationOf(SyntaxNode place) =>
        (Compilation.ContainsSyntaxTree(place.SyntaxTree) ? place : Operation.Syntax).GetLocation();
}
