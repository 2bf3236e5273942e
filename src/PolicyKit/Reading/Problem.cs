using PolicyKit.Json;

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

/// <summary>A place in a file.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends (the column after the last character).</param>
/// <param name="Pointer">The RFC 6901 JSON Pointer of the value; empty for the whole file and for files that are not JSON.</param>
public sealed record Location(string File, TextPosition Start, TextPosition End, string Pointer)
{
    /// <summary>The beginning of a file.</summary>
    public static Location StartOf(string file) => new(file, new TextPosition(1, 1), new TextPosition(1, 1), "");

    /// <summary><c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Start.Line}:{Start.Column}";
}

/// <summary>Something that is wrong, or odd, in a file that was read. Readers collect all of them and never throw.</summary>
/// <param name="Message">The sentence and the remedy in both languages; its key is the problem's code.</param>
/// <param name="Severity">An <see cref="Severity.Error"/> makes the file invalid.</param>
/// <param name="Location">Where.</param>
public sealed record Problem(LocalizedMessage Message, Severity Severity, Location Location)
{
    /// <summary>The stable code, for example <c>read.unknown-member</c>.</summary>
    public string Code => Message.Code;

    /// <summary>Whether a name in this file names nothing: the kind of problem that rule PK0003 reports.</summary>
    public bool IsDanglingReference => Code.StartsWith("reference.", StringComparison.Ordinal);
}

/// <summary>A file that was read: its value, if it could be made, and everything that is wrong with it.</summary>
/// <param name="Value">The value; null when required parts are missing. It may be present beside errors.</param>
/// <param name="Problems">All problems, in the order of the text.</param>
/// <param name="Source">The file itself.</param>
public sealed record ReadResult<T>(T? Value, ValueList<Problem> Problems, SourceDocument Source)
    where T : class
{
    /// <summary>Whether there is a value and no error.</summary>
    public bool IsValid => Value is not null && Problems.All(p => p.Severity != Severity.Error);
}
