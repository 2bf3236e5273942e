using PolicyKit.Policies;

namespace PolicyKit.Waivers;

/// <summary>The register of 例外措置 of a body.</summary>
/// <param name="Id">The register's own name.</param>
/// <param name="Waivers">The waivers, at least one.</param>
public sealed record WaiverRegister(RegisterId Id, ValueList<Waiver> Waivers);
