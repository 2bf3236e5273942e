namespace PolicyKit.Systems;

/// <summary>自治体機密性の分類. Ordered: a greater value needs more care.</summary>
/// <remarks>
/// The classes of the ministry guideline for local governments. The default value is the lowest class, <c>Level1</c>.
/// </remarks>
public enum Confidentiality
{
    /// <summary>自治体機密性1.</summary>
    Level1,

    /// <summary>自治体機密性2.</summary>
    Level2,

    /// <summary>自治体機密性3C.</summary>
    Level3C,

    /// <summary>自治体機密性3B.</summary>
    Level3B,

    /// <summary>自治体機密性3A.</summary>
    Level3A,
}
