using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>A Japanese era (元号).</summary>
/// <remarks>
/// The last day of an era is the day before the next one begins; the current era has none.
/// </remarks>
/// <param name="Name">The name, for example 令和.</param>
/// <param name="Romaji">The name in Latin letters, for example Reiwa.</param>
/// <param name="Letter">The usual one-letter mark, for example R.</param>
/// <param name="FirstDay">The first day of the era.</param>
/// <param name="SolarFrom">
/// From when its dates are solar-calendar dates; before it a date cannot be converted by counting years.
/// </param>
public sealed record JapaneseEra(string Name, string Romaji, string Letter, LocalDate FirstDay, LocalDate SolarFrom);
