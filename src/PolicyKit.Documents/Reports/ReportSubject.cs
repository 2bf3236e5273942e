using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;

namespace PolicyKit.Documents.Reports;

/// <summary>One system of a report, or the body alone.</summary>
/// <param name="Pack">What it was evaluated by.</param>
/// <param name="Evaluation">How it stands.</param>
/// <param name="Findings">Everything that was found in it.</param>
/// <param name="Notes">What keeps the whole from being judged, each as one sentence; empty where all was looked at.</param>
public sealed record ReportSubject(
    PolicyPack Pack,
    Evaluation Evaluation,
    ValueList<Finding> Findings,
    ValueList<LocalizedMessage> Notes
);
