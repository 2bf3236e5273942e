using NodaTime;

namespace PolicyKit.Systems;

/// <summary>Data that goes from one zone to another.</summary>
/// <remarks>
/// Between two different zones. <see cref="SanitizationMethod.None"/> says openly that nothing sanitises it.
/// </remarks>
/// <param name="From">The zone it leaves.</param>
/// <param name="To">The zone it enters.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Method">How it is sanitised (無害化).</param>
/// <param name="Assets">The assets that pass.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record Flow(
    NetworkZoneId From,
    NetworkZoneId To,
    string Purpose,
    SanitizationMethod Method,
    ValueList<SystemId> Assets,
    LocalDate ApprovedOn
);
