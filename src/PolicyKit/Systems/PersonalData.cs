namespace PolicyKit.Systems;

/// <summary>Personal data that the system handles.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="People">Of how many people, 0 or more.</param>
public sealed record PersonalData(string Kind, int People);
