using NodaTime;

namespace PolicyKit.Waivers;

/// <summary>A waiver on a day.</summary>
/// <remarks>
/// The longest term (months) and the runway in which a waiver counts as ending (days) are parameters of the standard.
/// </remarks>
/// <param name="Waiver">The waiver.</param>
/// <param name="State">How it stands.</param>
/// <param name="LastDay">
/// The last day on which it counts: its own, or the end of the longest term, whichever comes first.
/// </param>
public sealed record WaiverStatus(Waiver Waiver, WaiverState State, LocalDate LastDay)
{
    /// <summary>Whether it counts on the day.</summary>
    public bool Counts => State is WaiverState.Live or WaiverState.Ending;
}
