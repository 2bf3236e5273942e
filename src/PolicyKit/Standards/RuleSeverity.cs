using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>How a rule is raised.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record RuleSeverity(RuleId Rule, Severity Severity);
