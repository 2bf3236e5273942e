using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>A national holiday (国民の祝日、休日).</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name.</param>
public sealed record Holiday(LocalDate Date, string Name);
