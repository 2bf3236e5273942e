using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>
/// Makes the national holidays of some years from the rules of the law (国民の祝日に関する法律) and the days of the equinoxes.
/// </summary>
internal static class HolidayLaw
{
    private const string Extra = "休日";

    /// <summary>
    /// Reads rules and makes the holidays: <c>{ "edition", "source"?, "rules", "equinoxes" }</c>, one year for each
    /// pair of equinoxes.
    /// </summary>
    public static ReadResult<HolidayTable> Read(SourceDocument source) =>
        EmbeddedData.ReadObject(
            source,
            m =>
            {
                var edition = m.Required<string>("edition", null, Codecs.Text);
                var rules = m.RequiredList(
                    "rules",
                    null,
                    Codecs.Object<HolidayRule>(
                        (r, _) =>
                            new HolidayRule(
                                r.Required<string>("name", null, Codecs.Text),
                                r.Required<HolidayKind>("kind", null, Codecs.Words<HolidayKind>()),
                                r.Optional<int>("month", null, Codecs.Integer(1, 12)),
                                r.Optional<int>("day", null, Codecs.Integer(1, 31))
                            )
                    )
                );
                var equinoxes = m.RequiredList(
                    "equinoxes",
                    null,
                    Codecs.Object<Equinoxes>(
                        (e, _) =>
                            new Equinoxes(
                                e.Required("vernal", null, Codecs.Date),
                                e.Required("autumnal", null, Codecs.Date),
                                e.Optional<bool>("forecast", null, Codecs.Flag) ?? false
                            )
                    )
                );
                return new HolidayTable(edition, equinoxes.SelectMany(e => OfYear(rules, e)).ToValueList());
            }
        );

    private static IEnumerable<Holiday> OfYear(ValueList<HolidayRule> rules, Equinoxes equinoxes)
    {
        var year = equinoxes.Vernal.Year;
        var named = rules.Select(r => Named(r, year, equinoxes)).OrderBy(h => h.Date).ToList();
        return named.Concat(Extras(named)).OrderBy(h => h.Date);
    }

    private static Holiday Named(HolidayRule rule, int year, Equinoxes equinoxes) =>
        rule.Kind switch
        {
            HolidayKind.VernalEquinox => new Holiday(equinoxes.Vernal, rule.Name, equinoxes.IsForecast),
            HolidayKind.AutumnalEquinox => new Holiday(equinoxes.Autumnal, rule.Name, equinoxes.IsForecast),
            HolidayKind.Monday => new Holiday(MondayOf(year, rule.Month!.Value, rule.Day!.Value), rule.Name),
            _ => new Holiday(new LocalDate(year, rule.Month!.Value, rule.Day!.Value), rule.Name),
        };

    private static LocalDate MondayOf(int year, int month, int which)
    {
        var first = new LocalDate(year, month, 1);
        var toMonday = (8 - (int)first.DayOfWeek) % 7;
        return first.PlusDays(toMonday + (7 * (which - 1)));
    }

    // 第3条第2項: for a holiday on a Sunday the next day that is not a holiday. 第3条第3項: a day between two holidays.
    private static IEnumerable<Holiday> Extras(List<Holiday> named)
    {
        var byDate = named.ToDictionary(h => h.Date);
        foreach (var sunday in named.Where(h => h.Date.DayOfWeek == IsoDayOfWeek.Sunday))
        {
            var day = sunday.Date.PlusDays(1);
            while (byDate.ContainsKey(day))
                day = day.PlusDays(1);
            yield return new Holiday(day, Extra, sunday.IsForecast);
        }

        foreach (var before in named)
        {
            var day = before.Date.PlusDays(1);
            if (
                !byDate.ContainsKey(day)
                && day.DayOfWeek != IsoDayOfWeek.Sunday
                && byDate.TryGetValue(day.PlusDays(1), out var after)
                // A substitute holiday keeps its own ground.
                && before.Date.DayOfWeek != IsoDayOfWeek.Sunday
            )
                yield return new Holiday(day, Extra, before.IsForecast || after.IsForecast);
        }
    }
}
