namespace PolicyKit.Systems;

/// <summary>Ways of disposal.</summary>
public enum DisposalMethod
{
    /// <summary>物理的破壊.</summary>
    Destruction,

    /// <summary>磁気消去.</summary>
    Degaussing,

    /// <summary>上書き消去.</summary>
    Overwriting,

    /// <summary>暗号化消去.</summary>
    CryptographicErasure,

    /// <summary>返還.</summary>
    Return,
}
