namespace PolicyKit.Analyzers.Engine;

/// <summary>What a rule wants to see, and the rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Judge">What it does with it.</param>
internal readonly record struct Subscription<T>(RuleContext Rule, T Judge);
