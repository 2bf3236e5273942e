namespace PolicyKit.Policies;

/// <summary>A municipal body (地方公共団体, 一部事務組合を含む).</summary>
/// <param name="Name">The full name.</param>
/// <param name="ShortName">How the text calls it (「以下「組合」という。」); null where it does not.</param>
/// <param name="Code">The 全国地方公共団体コード; null where it has not been stated.</param>
public sealed record Body(string Name, string? ShortName, BodyCode? Code);
