namespace PolicyKit.Policies;

/// <summary>A law that a policy rests on.</summary>
/// <param name="Law">The law, for example 地方自治法.</param>
/// <param name="Article">The article, for example 第244条の6.</param>
/// <param name="Confirmed">Whether somebody has held it against the law itself.</param>
public sealed record LegalBasis(string Law, string Article, bool Confirmed);
