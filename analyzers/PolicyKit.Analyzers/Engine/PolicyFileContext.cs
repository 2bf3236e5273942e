using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>A file of the pack that a rule looks at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Found">Receives the findings.</param>
internal readonly record struct PolicyFileContext(RuleContext Rule, string Path, Action<RuleFinding> Found)
{
    /// <summary>Reports a problem at its location.</summary>
    public void Report(Problem problem) => Rule.Report(Found, problem);
}
