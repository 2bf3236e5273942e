namespace PolicyKit.Systems;

/// <summary>What is agreed before information of class 2 or above is handed over.</summary>
/// <param name="NonDisclosure">Non-disclosure agreement.</param>
/// <param name="Suspension">Suspension of work on an incident.</param>
public sealed record EngagementTerms(string NonDisclosure, string Suspension);
