using NodaTime;

namespace PolicyKit.Instruments.Amendments;

/// <summary>What only the body that issues an amendment knows.</summary>
internal sealed record AmendmentOptions
{
    /// <summary>From when the amendment is in force; null for what the new text says, or a blank.</summary>
    public LocalDate? EffectiveOn { get; init; }
}
