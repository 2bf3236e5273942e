namespace PolicyKit.Evidence;

/// <summary>
/// What of a law a breach of personal data falls under. The first four are those of 特定個人情報 (番号法第29条の4の規則第2条第1号から第4号まで);
/// whatever is in several of them is reported once, within the longest term that one of them has.
/// </summary>
public enum BreachCase
{
    /// <summary>情報提供ネットワークシステム又は個人番号を扱う事務のシステムの特定個人情報: reportable whatever the number.</summary>
    MyNumberSystem,

    /// <summary>不正の目的をもって行われたおそれ.</summary>
    WrongfulPurpose,

    /// <summary>不特定多数の者に閲覧されるおそれ.</summary>
    PublicView,

    /// <summary>本人の数が100人を超える.</summary>
    MoreThanLimit,

    /// <summary>要配慮個人情報 (個人情報保護法).</summary>
    SensitiveData,

    /// <summary>財産的被害のおそれ (個人情報保護法).</summary>
    PropertyDamage,

    /// <summary>報告対象事態に当たらない特定個人情報の漏えい等: reported by the guideline.</summary>
    GuidelineOnly,

    /// <summary>個人情報の漏えい等ではない, or strongly encrypted so that no report is owed.</summary>
    NotReportable,
}
