namespace PolicyKit.Systems;

/// <summary>A backup.</summary>
/// <param name="Target">Of what.</param>
/// <param name="Cycle">How often, in words.</param>
/// <param name="Generations">How many are kept, 1 or more.</param>
/// <param name="Place">Where.</param>
/// <param name="IsOffline">Whether a copy is out of reach of the network.</param>
/// <param name="RestoreTestedOn">When restoring was last tried; null for never.</param>
public sealed record Backup(
    string Target,
    string Cycle,
    int Generations,
    string Place,
    bool IsOffline,
    NodaTime.LocalDate? RestoreTestedOn
);
