using NodaTime;
using PolicyKit.Messages;

namespace PolicyKit.Calendar;

/// <summary>What became of a date that was read.</summary>
/// <param name="Date">The date; null when it could not be read.</param>
/// <param name="Message">Why it could not be read, or what to look at; null when all is well.</param>
public sealed record JapaneseDateResult(LocalDate? Date, LocalizedMessage? Message)
{
    /// <summary>What is wrong, for who decides by it.</summary>
    internal JapaneseDateFlaw Flaw { get; init; }
}
