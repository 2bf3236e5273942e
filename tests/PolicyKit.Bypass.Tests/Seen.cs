namespace PolicyKit.Bypass.Tests;

/// <summary>What a check makes of a vector.</summary>
public enum Seen
{
    /// <summary>It reports what is hidden.</summary>
    Reported,

    /// <summary>It says that it could not judge, and does not call the whole conforming.</summary>
    NotJudged,

    /// <summary>It names that something was not looked at; a strict check fails.</summary>
    Listed,

    /// <summary>It sees nothing: known, and why stands in the threat model.</summary>
    Nothing,
}
