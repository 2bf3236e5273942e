namespace PolicyKit.Checking;

/// <summary>What the exit code says. Where several hold, the greatest wins.</summary>
public static class ExitCode
{
    /// <summary>Conforms.</summary>
    public const int Conforms = 0;

    /// <summary>There are violations.</summary>
    public const int Violations = 1;

    /// <summary>The command was not used rightly, or something it needs is not configured.</summary>
    public const int Usage = 2;

    /// <summary>A deliverable cannot be read, built or is not valid, or not all of it could be judged.</summary>
    public const int UnreadableDeliverable = 3;

    /// <summary>The policy or the standard is not valid.</summary>
    public const int InvalidPolicy = 4;

    /// <summary>PolicyKit itself failed.</summary>
    public const int Internal = 70;

    /// <summary>The user or the system ended the program.</summary>
    public const int Cancelled = 130;
}
