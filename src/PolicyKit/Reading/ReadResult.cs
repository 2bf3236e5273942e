namespace PolicyKit.Reading;

/// <summary>A file that was read: its value, if it could be made, and everything that is wrong with it.</summary>
/// <remarks>
/// A value may be there beside errors: then it is good enough to look for further problems in, and not to decide by.
/// </remarks>
/// <param name="Value">The value; null when required parts are missing. It may be present beside errors.</param>
/// <param name="Problems">All problems, in the order of the text.</param>
/// <param name="Source">The file itself.</param>
public sealed record ReadResult<T>(T? Value, ValueList<Problem> Problems, SourceDocument Source)
    where T : class
{
    /// <summary>Whether there is a value and no error.</summary>
    public bool IsValid => Value is not null && Problems.All(p => p.Severity != Severity.Error);
}
