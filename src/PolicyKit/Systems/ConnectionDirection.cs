namespace PolicyKit.Systems;

/// <summary>Which side opens a connection.</summary>
public enum ConnectionDirection
{
    /// <summary>システムから外へ.</summary>
    Outbound,

    /// <summary>外からシステムへ.</summary>
    Inbound,

    /// <summary>双方向.</summary>
    Both,
}
