using PolicyKit.Messages;

namespace PolicyKit.Instruments.Amendments;

/// <summary>An amending text, or why there is none.</summary>
/// <param name="Lines">The lines; empty where it was refused.</param>
/// <param name="Refusals">Why it is not written; empty where it is.</param>
/// <param name="Notes">What is left to whoever issues it.</param>
internal sealed record AmendmentResult(
    IReadOnlyList<string> Lines,
    IReadOnlyList<LocalizedMessage> Refusals,
    IReadOnlyList<LocalizedMessage> Notes
);
