using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Flows;

/// <summary>What the rules of flows ask for, as the standard sets it.</summary>
internal sealed record FlowSettings
{
    /// <summary>Further attributes with their class, for example <c>PersonalDataAttribute=3B</c>.</summary>
    public ValueList<string> Attributes { get; init; } = ValueList<string>.Empty;

    /// <summary>The words that say that a method makes its argument unrecognisable.</summary>
    public ValueList<string> Redactors { get; init; } = ValueList<string>.Empty;

    /// <summary>The words that say that a method makes input harmless, or finds out whether it is.</summary>
    public ValueList<string> Sanitizers { get; init; } = ValueList<string>.Empty;

    /// <summary>Whether a rule asks for classified values.</summary>
    public bool FollowsClasses { get; init; }

    /// <summary>Whether a rule asks for input of requests.</summary>
    public bool FollowsInput { get; init; }
}
