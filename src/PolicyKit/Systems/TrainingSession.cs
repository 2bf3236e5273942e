using NodaTime;

namespace PolicyKit.Systems;

/// <summary>Education that the workers received.</summary>
/// <param name="Topic">On what.</param>
/// <param name="HeldOn">When.</param>
/// <param name="Participants">How many took part, 1 or more.</param>
public sealed record TrainingSession(string Topic, LocalDate HeldOn, int Participants);
