namespace PolicyKit.Systems;

/// <summary>A network or IoT device.</summary>
/// <param name="Name">Its name and model.</param>
/// <param name="Purpose">What it does.</param>
/// <param name="JcStar">The JC-STAR level, 0 (none) to 4.</param>
/// <param name="SelectionGround">
/// Why the body holds that a device below the level that it asks for is safe (総行サ第42号 別紙1 4(1)); null where it has
/// the level, or nobody has said.
/// </param>
public sealed record Device(string Name, string Purpose, int JcStar, string? SelectionGround);
