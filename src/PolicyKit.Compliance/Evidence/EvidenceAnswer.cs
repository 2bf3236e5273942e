using PolicyKit.Evidence;

namespace PolicyKit.Compliance;

/// <summary>
/// What a register has for an occasion: a record that counts, or one that would, were one thing different.
/// </summary>
internal sealed record EvidenceAnswer
{
    /// <summary>The record that counts; null when there is none.</summary>
    public EvidenceRecord? Record { get; init; }

    /// <summary>One that a role signed which may not attest.</summary>
    public EvidenceRecord? Refused { get; init; }

    /// <summary>One that was made by the one whom it is about.</summary>
    public EvidenceRecord? OfItself { get; init; }

    /// <summary>One about a contractor of another system.</summary>
    public EvidenceRecord? OfAnother { get; init; }

    /// <summary>Whether there is none of these.</summary>
    public bool IsEmpty => (Record, Refused, OfItself, OfAnother) is (null, null, null, null);
}
