using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>Days as every output writes them: 2026-04-01.</summary>
internal static class DateText
{
    public static string Iso(LocalDate date) => IsoDate.Format(date);
}
