using PolicyKit.Calendar;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Documents, references to them and rules of counting as JSON.</summary>
internal static class SourceMaps
{
    public static readonly Codec<SourceReference> Reference = Object<SourceReference>(
        (m, r) =>
            new SourceReference(
                m.Required("document", r?.Document, Named<SourceId>()),
                m.Required("edition", r?.Edition, Text),
                m.Required("section", r?.Section, Text),
                m.Required("read", r?.Read, Words<SourceReading>())
            )
    );

    // MM-DD; which months have which days is not asked: a day that never comes closes nothing.
    private static readonly Codec<string> DayOfYear = Shaped(
        text => text.Length == 5 && IsoDate.TryParse("2024-" + text, out _),
        "read.bad-day-of-year"
    );

    public static StandardSource Document(ObjectMapper m, StandardSource? d) =>
        new()
        {
            Id = m.Required("id", d?.Id, Named<SourceId>()),
            Title = m.Required("title", d?.Title, Text),
            Issuer = m.Required("issuer", d?.Issuer, Text),
            Date = m.Required("date", d?.Date, Text),
            Address = m.Optional("address", d?.Address, Text),
            Sha256 = m.Optional("sha256", d?.Sha256, Sha256),
            Note = m.Optional("note", d?.Note, Text),
        };

    public static CountingRule Counting(ObjectMapper m, CountingRule? r) =>
        new()
        {
            Id = m.Required("id", r?.Id, Named<CountingRuleId>()),
            Title = m.Required("title", r?.Title, Text),
            EnglishTitle = m.Optional("titleEnglish", r?.EnglishTitle, Text),
            Begins = m.Required("begins", r?.Begins, Words<CountingStart>()),
            Unit = m.Required("unit", r?.Unit, Words<CountingUnit>()),
            OnClosedDay = m.Required("onClosedDay", r?.OnClosedDay, Words<ClosedLastDay>()),
            ClosedDays = m.List("closedDays", r?.ClosedDays, DayOfYear),
            Sources = m.List("sources", r?.Sources, Reference),
            SourceState = m.Optional("sourceState", r?.SourceState, Words<SourceState>()),
            SourceNote = m.Optional("sourceNote", r?.SourceNote, Text),
        };
}
