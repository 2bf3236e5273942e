using PolicyKit.Reading;

namespace PolicyKit.Instruments.Identification;

/// <summary>The table of canonical ids (<c>canonical-ids.data.json</c>).</summary>
internal static class CanonicalLexicon
{
    public static readonly ValueList<CanonicalEntry> Entries = EmbeddedData
        .ReadTable(
            EmbeddedData.Open(typeof(CanonicalLexicon).Assembly, "canonical-ids.data.json"),
            "ids",
            (_, entries) => entries,
            Codecs.Object<CanonicalEntry>(
                (m, e) =>
                    new(
                        m.Required("id", e?.Id, Codecs.Text),
                        m.Required("name", e?.Name, Codecs.Text),
                        m.Optional("beneath", e?.Beneath, Codecs.Text),
                        m.List("headings", e?.Headings, Codecs.Text),
                        m.List("words", e?.Words, Codecs.Text)
                    )
            )
        )
        .Value!;

    public static CanonicalEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);
}
