namespace PolicyKit.Systems;

/// <summary>
/// What was ascertained of an external service beyond its registration (総行サ第42号 別紙1 3; 「ガイドライン」説明資料 令和8年度 p. 21;
/// 政府機関等の対策基準策定のためのガイドライン 令和7年度版 4.2.2(1)).
/// </summary>
/// <param name="ExternalService">The id of a declared external service.</param>
/// <param name="Terms">Whether its terms are agreed on or the same for everybody.</param>
/// <param name="TermsGround">Why it handles 自治体機密性2 or more under uniform terms; null where it does not.</param>
/// <param name="ForeignDisclosure">
/// How it was ruled out that a foreign agency has information disclosed without due process.
/// </param>
/// <param name="KeyManagement">Who manages the keys, and how.</param>
/// <param name="Erasure">How information is erased and accounts are removed at the end.</param>
public sealed record ServiceAssurance(
    SystemId ExternalService,
    ServiceTerms Terms,
    string? TermsGround,
    string ForeignDisclosure,
    string KeyManagement,
    string Erasure
);
