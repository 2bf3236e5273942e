using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>How a check ended.</summary>
/// <param name="ExitCode">
/// What the command line ends with: 0 conforms, 1 violations, 3 not all of it could be judged, 4 the policy or the
/// standard is not valid.
/// </param>
/// <param name="Findings">The findings, in the order of their places.</param>
/// <param name="Evaluations">How each system stands, control by control.</param>
/// <param name="Problems">What is wrong with the files that were judged by.</param>
/// <param name="Verdict">The same in a word.</param>
/// <param name="Sight">What there was to judge, and what became of each thing.</param>
public sealed record CheckOutcome(
    int ExitCode,
    ValueList<Finding> Findings,
    ValueList<Evaluation> Evaluations,
    ValueList<Problem> Problems,
    Verdict Verdict,
    ValueList<SightItem> Sight
);
