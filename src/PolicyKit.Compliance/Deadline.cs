using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>Something that is due on a day.</summary>
/// <remarks>
/// Days in Japan. One that falls on a closed day is moved to the next working day where the body’s standard says so.
/// </remarks>
/// <param name="DueOn">The day, moved where the body moves it.</param>
/// <param name="Control">The control that asks for it; null for the end of a waiver.</param>
/// <param name="Role">Who has to see to it, by role; null where nobody is named.</param>
/// <param name="What">What.</param>
/// <param name="IsDone">Whether it has been done.</param>
public sealed record Deadline(LocalDate DueOn, ControlId? Control, string? Role, LocalizedMessage What, bool IsDone)
{
    /// <summary>When it was done, in Japan; null while it has not been, and where nobody keeps a record.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>The day before a closed day moved it; null where nothing moves it.</summary>
    public LocalDate? NominalOn { get; init; }

    /// <summary>Whether it was done after the day.</summary>
    public bool IsLate => DoneOn > DueOn;

    /// <summary>Whether it is the day on which a framework begins to bind: the body's, whatever system is looked at.</summary>
    public bool IsOfFramework { get; init; }
}
