namespace PolicyKit.Systems;

/// <summary>A network or IoT device.</summary>
/// <param name="Name">Its name and model.</param>
/// <param name="Purpose">What it does.</param>
/// <param name="JcStar">The JC-STAR level, 0 (none) to 4.</param>
public sealed record Device(string Name, string Purpose, int JcStar);
