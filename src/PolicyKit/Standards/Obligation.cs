namespace PolicyKit.Standards;

/// <summary>How binding a control is.</summary>
public enum Obligation
{
    /// <summary>必須.</summary>
    Required,

    /// <summary>推奨.</summary>
    Recommended,
}
