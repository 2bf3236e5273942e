using PolicyKit.Documents.Reports;

namespace PolicyKit.Forms.Papers;

/// <summary>The report to the committee shows what the compliance report shows.</summary>
internal static class CommitteeReport
{
    /// <summary>The systems, as a template sees them.</summary>
    /// <param name="subjects">The systems, at least one, evaluated on the same day by the same policy.</param>
    public static object ViewOf(IReadOnlyList<ReportSubject> subjects) => ComplianceReport.ViewOf(subjects);
}
