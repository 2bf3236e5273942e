namespace PolicyKit.Instruments.Comparison;

/// <summary>One thing that a standard asks for otherwise than before.</summary>
/// <param name="Subject">The number and title of the control, the id and title of the parameter, the threat.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Direction">Whether it protects more or less.</param>
/// <param name="Old">What it was; null for nothing.</param>
/// <param name="New">What it is; null for nothing.</param>
internal sealed record StandardChange(
    string Subject,
    StandardChangeKind Kind,
    Direction Direction,
    string? Old,
    string? New
);
