namespace PolicyKit.Checking;

/// <summary>How a check ends.</summary>
public enum Verdict
{
    /// <summary>All that there is was judged, and nothing is wrong with it.</summary>
    Conforms,

    /// <summary>There are violations.</summary>
    Violations,

    /// <summary>Not all of it could be judged: nobody can say that it conforms.</summary>
    NotJudged,

    /// <summary>The policy or the standard is itself not valid.</summary>
    InvalidPolicy,
}
