using NodaTime;

namespace PolicyKit.Calendar;

/// <summary>The equinoxes of a year.</summary>
/// <param name="Vernal">春分日.</param>
/// <param name="Autumnal">秋分日.</param>
/// <param name="IsForecast">Whether the official gazette has not yet announced them: that is done in February of the
/// year before.</param>
internal sealed record Equinoxes(LocalDate Vernal, LocalDate Autumnal, bool IsForecast);
