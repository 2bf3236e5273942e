using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>
/// The eras known, from a dated data file; never from the culture or the operating system, which differ and read 平成32年
/// without a word.
/// </summary>
public sealed class EraTable
{
    private EraTable(string edition, ValueList<JapaneseEra> eras) => (Edition, Eras) = (edition, eras);

    /// <summary>The table that ships with PolicyKit.</summary>
    public static EraTable Default { get; } = EmbeddedData.Read("eras.data.json", Read);

    /// <summary>The edition of the table, for reports.</summary>
    public string Edition { get; }

    /// <summary>The eras, oldest first.</summary>
    public ValueList<JapaneseEra> Eras { get; }

    /// <summary>
    /// Reads a table: <c>{ "edition", "eras": [ { "name", "romaji", "letter", "firstDay", "solarFrom"? } ] }</c>.
    /// </summary>
    public static ReadResult<EraTable> Read(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "eras",
            (edition, eras) => new EraTable(edition, eras),
            Codecs.Object<JapaneseEra>(MapEra)
        );

    /// <summary>The era that a day lies in; null before the first.</summary>
    public JapaneseEra? EraOf(LocalDate date) => Eras.LastOrDefault(era => era.FirstDay <= date);

    /// <summary>The last day of an era; null while it goes on.</summary>
    public LocalDate? LastDayOf(JapaneseEra era) =>
        Eras.FirstOrDefault(e => e.FirstDay > era.FirstDay) is { } next ? next.FirstDay.PlusDays(-1) : null;

    private static JapaneseEra MapEra(ObjectMapper m, JapaneseEra? e)
    {
        var (name, romaji, letter) = (
            m.Required("name", e?.Name, Codecs.Text),
            m.Required("romaji", e?.Romaji, Codecs.Text),
            m.Required("letter", e?.Letter, Codecs.Text)
        );
        var first = m.Required("firstDay", e?.FirstDay, Codecs.Date);
        return new JapaneseEra(
            name,
            romaji,
            letter,
            first,
            m.WithDefault("solarFrom", e?.SolarFrom, first, Codecs.Date)
        );
    }
}
