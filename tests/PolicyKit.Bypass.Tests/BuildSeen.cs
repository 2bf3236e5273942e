namespace PolicyKit.Bypass.Tests;

/// <summary>What a build with the body's pack makes of a vector.</summary>
public enum BuildSeen
{
    /// <summary>It reports what is hidden.</summary>
    Reported,

    /// <summary>
    /// It fails and says that a check was kept from working (PK0001, PK0004, PK0010, PK0012, PK0013).
    /// </summary>
    Stopped,

    /// <summary>It fails, and no word of PolicyKit says why.</summary>
    Failed,

    /// <summary>It succeeds.</summary>
    Nothing,
}
