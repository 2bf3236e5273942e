namespace PolicyKit.Systems;

/// <summary>
/// Where what is known of the vendor and its workers stands, never their names (政府機関等の対策基準策定のためのガイドライン 令和7年度版
/// 4.1.2(1)-1 b)).
/// </summary>
/// <param name="Capital">The document on capital ties.</param>
/// <param name="Officers">The document on officers.</param>
/// <param name="Nationality">The document on nationalities of the workers.</param>
/// <param name="Qualification">The document on qualifications and experience.</param>
public sealed record WorkforceBackground(string Capital, string Officers, string Nationality, string Qualification);
