namespace PolicyKit.Compliance;

/// <summary>Whether a record came when it was due.</summary>
public enum EvidenceTimeliness
{
    /// <summary>未到来: nothing has come, and nothing is due yet.</summary>
    NotYetDue,

    /// <summary>期限内.</summary>
    OnTime,

    /// <summary>
    /// 遅延: it came after the day on which it was due (see <see cref="EvidenceDuty.IsAccepted"/>), or has not come and
    /// would still be accepted.
    /// </summary>
    Late,

    /// <summary>未実施: it is past due and past all grace.</summary>
    Missing,
}
