namespace PolicyKit.Systems;

/// <summary>The network models of the ministry guideline.</summary>
public enum NetworkModel
{
    /// <summary>αモデル.</summary>
    Alpha,

    /// <summary>α′モデル: αモデルに、クラウドへの限定した直接接続を加えたもの.</summary>
    AlphaPrime,

    /// <summary>βモデル.</summary>
    Beta,

    /// <summary>β′モデル.</summary>
    BetaPrime,
}
