using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>The profiles of the TLS guideline (IPA, NICT), from a dated data file.</summary>
public sealed class TlsProfiles
{
    private TlsProfiles(string edition, ValueList<TlsProfile> profiles) => (Edition, Profiles) = (edition, profiles);

    /// <summary>The table that ships with PolicyKit.</summary>
    public static TlsProfiles Default { get; } = EmbeddedData.Read("tls-profiles.data.json", Read);

    /// <summary>The edition, for reports.</summary>
    public string Edition { get; }

    /// <summary>The profiles, the strictest first.</summary>
    public ValueList<TlsProfile> Profiles { get; }

    /// <summary>Reads a table: <c>{ "edition", "profiles": [ { "id", "name", "versions" } ] }</c>.</summary>
    public static ReadResult<TlsProfiles> Read(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "profiles",
            (edition, profiles) => new TlsProfiles(edition, profiles),
            Object<TlsProfile>(
                (m, p) =>
                    new TlsProfile(
                        m.Required("id", p?.Id, Text),
                        m.Required("name", p?.Name, Text),
                        m.RequiredList("versions", p?.Versions, Text)
                    )
            )
        );
}
