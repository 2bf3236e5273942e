namespace PolicyKit.Standards;

/// <summary>What a body states about a condition of a framework's proviso.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who states it, by role.</param>
public sealed record CrosswalkStatement(
    FrameworkId Framework,
    FrameworkId Condition,
    bool Holds,
    string Reason,
    string Approver
);
