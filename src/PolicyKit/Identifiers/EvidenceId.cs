namespace PolicyKit;

/// <summary>The id of a record or of a finding: lower-case, dotted or hyphenated, for example <c>audit-2026-1</c>.</summary>
public sealed record EvidenceId
{
    private EvidenceId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static EvidenceId? TryParse(string text) => IdShape.IsDotted(text) ? new EvidenceId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
