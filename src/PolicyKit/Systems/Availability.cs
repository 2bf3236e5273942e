namespace PolicyKit.Systems;

/// <summary>可用性の分類. Ordered.</summary>
public enum Availability
{
    /// <summary>可用性1.</summary>
    Level1,

    /// <summary>可用性2.</summary>
    Level2,
}
