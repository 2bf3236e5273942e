namespace PolicyKit.Standards;

/// <summary>How a source was read.</summary>
public enum SourceReading
{
    /// <summary>全文.</summary>
    Whole,

    /// <summary>一部.</summary>
    Part,

    /// <summary>二次資料: through what somebody else says of it.</summary>
    Secondary,
}
