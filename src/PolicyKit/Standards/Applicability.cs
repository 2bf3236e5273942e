using PolicyKit.Systems;

namespace PolicyKit.Standards;

/// <summary>
/// The systems that a control applies to: those that stand in one of the zones and handle an asset of one of the
/// classes. What is not given does not matter.
/// </summary>
/// <remarks>
/// Classes are minima: an asset of the class or of a higher one counts. With no member given the control applies to
/// every system.
/// </remarks>
/// <param name="Confidentiality">This 自治体機密性 or more.</param>
/// <param name="Integrity">This 完全性 or more.</param>
/// <param name="Availability">This 可用性 or more.</param>
/// <param name="Zones">One of these zones; empty for any.</param>
public sealed record Applicability(
    Confidentiality? Confidentiality,
    Integrity? Integrity,
    Availability? Availability,
    ValueList<NetworkZoneId> Zones
)
{
    /// <summary>One of these network models; empty for any.</summary>
    public ValueList<NetworkModel> NetworkModels { get; init; } = ValueList<NetworkModel>.Empty;
}
