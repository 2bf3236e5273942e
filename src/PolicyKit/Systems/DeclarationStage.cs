namespace PolicyKit.Systems;

/// <summary>How far a system has come when it is declared.</summary>
public enum DeclarationStage
{
    /// <summary>開発中: topics may still be missing.</summary>
    Development,

    /// <summary>納品: every topic is declared or said not to apply.</summary>
    Delivery,
}
