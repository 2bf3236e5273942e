namespace PolicyKit.Compliance;

/// <summary>
/// What is to be done about a state: the states of <see cref="ComplianceState"/> as somebody who answers for them
/// counts them.
/// </summary>
public enum ComplianceStanding
{
    /// <summary>是正を要するもの: violated or overdue.</summary>
    Breach,

    /// <summary>確認がまだのもの: nothing shows it.</summary>
    OpenWork,

    /// <summary>例外措置によるもの.</summary>
    Waived,

    /// <summary>期限前のもの.</summary>
    NotDueYet,

    /// <summary>済んだもの.</summary>
    Done,

    /// <summary>該当しないもの、機械では確認できないもの.</summary>
    Apart,
}
