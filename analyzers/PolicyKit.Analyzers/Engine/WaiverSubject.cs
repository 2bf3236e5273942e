namespace PolicyKit.Analyzers.Engine;

/// <summary>What a waiver of a finding names.</summary>
public enum WaiverSubject
{
    /// <summary>Nothing: what is wrong with the policy files themselves cannot be waived.</summary>
    None,

    /// <summary>The rule.</summary>
    Rule,

    /// <summary>The control that the finding is about.</summary>
    Control,
}
