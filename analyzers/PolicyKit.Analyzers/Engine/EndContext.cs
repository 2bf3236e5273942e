using PolicyKit.Packs;

namespace PolicyKit.Analyzers.Engine;

/// <summary>The end of a program: every file has been looked at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Compilation">The program.</param>
/// <param name="Found">Receives the findings.</param>
internal readonly record struct EndContext(RuleContext Rule, Compilation Compilation, Action<RuleFinding> Found)
{
    /// <summary>Reports the program as a whole.</summary>
    public void Report(string key, params object[] arguments) => Report(Location.None, key, arguments);

    /// <summary>Reports a piece of code.</summary>
    public void Report(Location location, string key, params object[] arguments) =>
        Rule.Report(Found, location, null, key, arguments);

    /// <summary>Reports once for each aspect, where several things can be wrong with one piece of code.</summary>
    public void ReportAspect(Location location, string aspect, string key, params object[] arguments) =>
        Rule.Report(Found, location, aspect, key, arguments);

    /// <inheritdoc cref="RuleContext.ReportBy"/>
    public void ReportBy(RuleBasis basis, Location location, string key, params object[] arguments) =>
        Rule.ReportBy(Found, basis, location, key, arguments);
}
