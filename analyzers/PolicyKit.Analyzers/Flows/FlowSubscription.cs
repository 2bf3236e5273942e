namespace PolicyKit.Analyzers.Flows;

/// <summary>A rule that looks at values that reach a sink.</summary>
/// <param name="Rule">The rule at work.</param>
/// <param name="Kind">What it follows.</param>
/// <param name="Judge">What it does with what it sees.</param>
internal sealed record FlowSubscription(RuleContext Rule, FlowLabelKind Kind, Action<SinkHit, OperationContext> Judge);
