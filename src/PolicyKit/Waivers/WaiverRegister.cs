using PolicyKit.Policies;

namespace PolicyKit.Waivers;

/// <summary>The register of 例外措置 of a body.</summary>
/// <param name="Id">The register's own name.</param>
/// <param name="Waivers">The waivers; empty where there are none.</param>
public sealed record WaiverRegister(RegisterId Id, ValueList<Waiver> Waivers);
