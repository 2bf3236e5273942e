namespace PolicyKit.Policies;

/// <summary>What the policy applies to (適用範囲).</summary>
/// <param name="Provision">The section.</param>
/// <param name="Organizations">行政機関の範囲.</param>
/// <param name="Assets">情報資産の範囲, one provision for each class of assets.</param>
public sealed record Scope(Provision Provision, Provision? Organizations, ValueList<Provision> Assets);
