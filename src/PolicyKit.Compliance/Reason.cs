using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>Why a check has the state that it has: one sentence, with its place where it has one.</summary>
/// <param name="Kind">What it does to the state.</param>
/// <param name="Message">The sentence, and the remedy where there is one, in both languages.</param>
/// <param name="Location">The place in a file; null where there is none.</param>
public sealed record Reason(ReasonKind Kind, LocalizedMessage Message, Location? Location = null)
{
    /// <summary>
    /// The stable code of the sentence, for example <c>evaluation.missing</c>: a name for people and outputs.
    /// </summary>
    public string Code => Message.Code;

    /// <summary>The record of evidence that it speaks of; null where it speaks of none.</summary>
    public EvidenceId? Record { get; init; }

    /// <summary>Whether the state is a breach because of it.</summary>
    public bool IsBreach => Kind is ReasonKind.Violation or ReasonKind.SchemaViolation or ReasonKind.Overdue;

    internal static Reason Note(string key, params object[] arguments) => Because(ReasonKind.Note, key, arguments);

    internal static Reason Because(ReasonKind kind, string key, params object[] arguments) =>
        new(kind, ComplianceMessages.Say(key, arguments));

    internal static Reason Of(Problem problem) =>
        new(KindOf(problem), problem.Message, problem.Location.File.Length > 0 ? problem.Location : null);

    // What the standard itself has wrong is not a breach of the system: it is said, and reported where the standard is
    // judged.
    private static ReasonKind KindOf(Problem problem)
    {
        if (problem.Severity != Severity.Error)
            return ReasonKind.Note;
        return problem.Family == ProblemFamily.Schema ? ReasonKind.SchemaViolation : ReasonKind.Violation;
    }
}
