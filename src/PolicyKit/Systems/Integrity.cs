namespace PolicyKit.Systems;

/// <summary>完全性の分類. Ordered.</summary>
public enum Integrity
{
    /// <summary>完全性1.</summary>
    Level1,

    /// <summary>完全性2.</summary>
    Level2,
}
