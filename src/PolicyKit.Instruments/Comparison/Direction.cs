namespace PolicyKit.Instruments.Comparison;

/// <summary>Whether a change protects more or less.</summary>
internal enum Direction
{
    /// <summary>Neither, or nobody can tell.</summary>
    Neither,

    /// <summary>It protects more.</summary>
    Tightened,

    /// <summary>It protects less.</summary>
    Loosened,
}
