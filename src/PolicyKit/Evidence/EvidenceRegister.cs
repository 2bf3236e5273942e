using PolicyKit.Policies;

namespace PolicyKit.Evidence;

/// <summary>
/// Dated evidence of a body: audits, self-inspections, training, drills, reviews, risk assessments, approvals.
/// </summary>
/// <param name="Id">The register's own name.</param>
/// <param name="Records">The records, empty where there are none yet.</param>
public sealed record EvidenceRegister(RegisterId Id, ValueList<EvidenceRecord> Records);
