namespace PolicyKit.Systems;

/// <summary>How the system reaches the internet (「ガイドライン」説明資料 令和8年度 p. 14).</summary>
/// <param name="Route">Whether it goes through the 自治体情報セキュリティクラウド.</param>
/// <param name="Detail">The route in a sentence.</param>
public sealed record InternetRoute(InternetRouteKind Route, string Detail);
