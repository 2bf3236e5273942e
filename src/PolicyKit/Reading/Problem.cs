using PolicyKit.Messages;

namespace PolicyKit.Reading;

/// <summary>
/// Something that is wrong, or odd, in a file that was read. Readers collect all of them and never throw.
/// </summary>
/// <param name="Message">The sentence and the remedy in both languages; its key is the problem's code.</param>
/// <param name="Severity">An <see cref="Severity.Error"/> makes the file invalid.</param>
/// <param name="Location">Where.</param>
/// <param name="Family">What it is about.</param>
public sealed record Problem(
    LocalizedMessage Message,
    Severity Severity,
    Location Location,
    ProblemFamily Family = ProblemFamily.Content
)
{
    /// <summary>The stable code, for example <c>read.unknown-member</c>: a name for people and outputs.</summary>
    public string Code => Message.Code;

    /// <summary>Whether a name in this file names nothing: the kind of problem that rule PK0003 reports.</summary>
    public bool IsDanglingReference => Family == ProblemFamily.Reference;
}
