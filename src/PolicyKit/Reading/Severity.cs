namespace PolicyKit.Reading;

/// <summary>How grave a problem or a finding is. Ordered: a greater value is graver.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Should be looked at; nothing fails on it.</summary>
    Warning,

    /// <summary>Fails a build, a check or a reading.</summary>
    Error,
}
