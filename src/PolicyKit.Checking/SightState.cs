namespace PolicyKit.Checking;

/// <summary>Whether a thing was judged.</summary>
public enum SightState
{
    /// <summary>It was judged.</summary>
    Judged,

    /// <summary>It was not, and that is said; it weighs in a strict check alone.</summary>
    Listed,

    /// <summary>It was not, and so nobody can say that the whole conforms.</summary>
    NotJudged,
}
