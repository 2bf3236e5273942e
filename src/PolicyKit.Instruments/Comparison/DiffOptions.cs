namespace PolicyKit.Instruments.Comparison;

/// <summary>How a table of two versions (新旧対照表) is laid out.</summary>
internal sealed record DiffOptions
{
    /// <summary>Whether the new version stands on the left, as ministries have it, or the old one.</summary>
    public bool IsNewFirst { get; init; } = true;

    /// <summary>Whether what did not change is shown, too; otherwise （略） stands for it.</summary>
    public bool HasAllRows { get; init; }

    /// <summary>Whether each row begins with the citation of its provision, as in a list; otherwise as it is printed.</summary>
    public bool IsList { get; init; }
}
