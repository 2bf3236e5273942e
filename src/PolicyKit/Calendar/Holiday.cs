using NodaTime;

namespace PolicyKit.Calendar;

/// <summary>A national holiday (国民の祝日、休日).</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsForecast">Whether it rests on an equinox that the official gazette has not yet announced.</param>
public sealed record Holiday(LocalDate Date, string Name, bool IsForecast = false);
