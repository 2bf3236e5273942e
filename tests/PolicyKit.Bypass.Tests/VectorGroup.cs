namespace PolicyKit.Bypass.Tests;

/// <summary>What a vector tries; the goals are set for each.</summary>
public enum VectorGroup
{
    /// <summary>The ways that a compiler offers to silence a rule.</summary>
    Suppression,

    /// <summary>The check itself: its analyzers, the pack, the build, what is compiled.</summary>
    Tampering,

    /// <summary>Code that does the same in other words.</summary>
    Evasion,

    /// <summary>The place where a secret lies.</summary>
    Configuration,
}
