namespace PolicyKit.Systems;

/// <summary>
/// How the system is classed by the impact of its loss, and which measures follow (政府機関等の対策基準策定のためのガイドライン 令和7年度版
/// 5.1.1).
/// </summary>
/// <param name="Confidentiality">The highest 自治体機密性 of the information that it handles.</param>
/// <param name="Integrity">The highest 完全性 of it.</param>
/// <param name="Availability">The highest 可用性 of it.</param>
/// <param name="Level">Whether the basic measures are enough or the additional ones follow.</param>
/// <param name="Ground">Why it was classed so, in a sentence.</param>
public sealed record SystemClass(
    Confidentiality Confidentiality,
    Integrity Integrity,
    Availability Availability,
    SystemLevel Level,
    string Ground
);
