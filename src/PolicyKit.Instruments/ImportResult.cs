using PolicyKit.Policies;

namespace PolicyKit.Instruments;

/// <summary>What became of a text.</summary>
/// <param name="Policy">The policy; null when something that it needs is not in the text.</param>
/// <param name="Notes">The report, in the order of the text; what speaks of the whole comes first.</param>
/// <param name="Characters">How many characters the source has, without white space.</param>
/// <param name="Kept">How many of them are in the policy.</param>
/// <param name="IsVerbatim">Whether the policy gives the source back, letter for letter and line by line.</param>
internal sealed record ImportResult(
    SecurityPolicy? Policy,
    IReadOnlyList<ImportNote> Notes,
    int Characters,
    int Kept,
    bool IsVerbatim
);
