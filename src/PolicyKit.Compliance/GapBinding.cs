namespace PolicyKit.Compliance;

/// <summary>Whether a framework binds a body.</summary>
public enum GapBinding
{
    /// <summary>It binds: there is no proviso, or one of its conditions does not hold.</summary>
    Bound,

    /// <summary>The body has not stated all conditions of the proviso: it counts as bound.</summary>
    NotStated,

    /// <summary>It does not bind: the body states that all conditions of the proviso hold.</summary>
    NotBound,
}
