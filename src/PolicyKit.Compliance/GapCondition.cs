using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>A condition of a proviso, and what the body states about it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Statement">What the body states; null for nothing.</param>
public sealed record GapCondition(CrosswalkCondition Condition, CrosswalkStatement? Statement);
