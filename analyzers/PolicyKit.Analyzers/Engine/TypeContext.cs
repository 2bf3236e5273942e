namespace PolicyKit.Analyzers.Engine;

/// <summary>A type that a rule looks at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Found">Receives the findings.</param>
internal readonly record struct TypeContext(RuleContext Rule, Action<RuleFinding> Found)
{
    /// <inheritdoc cref="OperationContext.Report"/>
    public void Report(Location location, string key, params object[] arguments) =>
        Rule.Report(Found, location, null, key, arguments);
}
