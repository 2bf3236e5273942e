namespace PolicyKit.Documents.Reports;

/// <summary>One system, or the body alone.</summary>
internal sealed record SystemView(
    string Anchor,
    Both Name,
    Both Verdict,
    Both Policy,
    string Standard,
    IReadOnlyList<CountView> Counts,
    Both NextDue,
    IReadOnlyList<ChapterView> Chapters,
    IReadOnlyList<ControlView> Controls,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<WaiverView> Waivers,
    IReadOnlyList<DeadlineView> Deadlines,
    IReadOnlyList<FrameworkView> Frameworks,
    IReadOnlyList<InputView> Inputs,
    IReadOnlyList<Both> Notes
);
