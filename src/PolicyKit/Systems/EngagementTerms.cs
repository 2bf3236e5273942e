namespace PolicyKit.Systems;

/// <summary>
/// What is agreed before information of 自治体機密性2 or more is handed over (政府機関等の対策基準策定のためのガイドライン 令和7年度版 4.1.1(2)(a)(オ),
/// (3)(a)(ウ)).
/// </summary>
/// <param name="NonDisclosure">The number or clause of the non-disclosure agreement.</param>
/// <param name="Suspension">The clause by which work stops on an incident or a misuse.</param>
public sealed record EngagementTerms(string NonDisclosure, string Suspension);
