using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Policies;

/// <summary>Reads and writes files of the kind <c>policy</c> (schema <c>urn:policykit:schema:policy:1</c>).</summary>
public static class PolicySerializer
{
    /// <summary>Reads a policy. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SecurityPolicy> Read(SourceDocument source) =>
        DocumentMapper.Read<SecurityPolicy>(source, DocumentKind.Policy, Map);

    /// <summary>
    /// Reads a policy from disk. Never throws on bad data: everything that is wrong is in the result.
    /// </summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ReadResult<SecurityPolicy> ReadFile(string path) => Read(SourceDocument.ReadFile(path));

    /// <summary>A policy as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(SecurityPolicy policy, string? schema = null) =>
        DocumentMapper.Write(policy, DocumentKind.Policy, schema, Map);

    private static SecurityPolicy Map(ObjectMapper m, SecurityPolicy? p) =>
        new()
        {
            Id = m.Required("id", p?.Id, Named<PolicyId>()),
            Title = m.Required("title", p?.Title, Text),
            ShortTitle = m.Required("shortTitle", p?.ShortTitle, Text),
            Body = m.Required("body", p?.Body, Object<Body>(MapBody)),
            Adoption = m.Required("adoption", p?.Adoption, Object<Adoption>(MapAdoption)),
            Revisions = m.List("revisions", p?.Revisions, Object<PolicyRevision>(MapRevision)),
            LegalBasis = m.List("legalBasis", p?.LegalBasis, Object<LegalBasis>(MapLegalBasis)),
            AdoptingOrgans = m.List("adoptingOrgans", p?.AdoptingOrgans, Text),
            CitationStyle = m.Required("citationStyle", p?.CitationStyle, Words<CitationStyle>()),
            TableOfContents = m.Optional("tableOfContents", p?.TableOfContents, Text),
            Instrument = m.Optional("instrument", p?.Instrument, Object<Instrument>(MapInstrument)),
            Mapping = m.List("mapping", p?.Mapping, Object<ProvisionMapping>(MapMapping), x => x.Canonical.Value),
            Provisions = m.RequiredList(
                "provisions",
                p?.Provisions,
                ProvisionCodec(new HashSet<string>(StringComparer.Ordinal))
            ),
        };

    // Ids are unique in the whole policy, at whatever depth.
    private static Codec<Provision> ProvisionCodec(HashSet<string> seen) =>
        Object<Provision>(
            (m, p) =>
            {
                var id = m.Required("id", p?.Id, Named<ProvisionId>());
                if (m.IsReading && m.IsComplete && !seen.Add(id.Value))
                    m.Problem(ProblemFamily.Form, "read.duplicate-id", "id", id.Value);
                var provision = new Provision
                {
                    Id = id,
                    Kind = m.Optional("kind", p?.Kind, Words<ProvisionKind>()),
                    Number = m.Optional("number", p?.Number, Text),
                    Heading = m.Optional("heading", p?.Heading, Text),
                    Text = m.Optional("text", p?.Text, Text),
                    Rows = m.List("rows", p?.Rows, Codecs.List(Cell)),
                    Layout = m.Optional("layout", p?.Layout, Text),
                    Provisions = m.List("provisions", p?.Provisions, ProvisionCodec(seen)),
                };
                if (m.IsComplete && provision.Layout is not null && !ProvisionLayout.IsWhole(provision))
                    m.Problem("policy.layout-incomplete", "layout");
                if (!IsSomething(m))
                    m.Problem("policy.empty-provision");
                return provision;
            }
        );

    // An article without a heading may hold paragraphs alone.
    private static bool IsSomething(ObjectMapper m) =>
        m.Peek("heading").IsThere
        || m.Peek("text").IsThere
        || m.Peek("rows").IsThere
        || (m.Peek("number").IsThere && m.Peek("provisions").Count > 0);

    // A cell of a table may be empty.
    private static readonly Codec<string> Cell = new(
        (ReadContext context, JsonValue json, out string value) =>
        {
            value = json.Kind == JsonKind.String ? json.GetString() : "";
            return json.Kind == JsonKind.String || context.WrongType(json, "type.string");
        },
        (writer, value) => writer.Text(value)
    );

    private static Instrument MapInstrument(ObjectMapper m, Instrument? i) =>
        new()
        {
            Kind = m.Optional("kind", i?.Kind, Words<InstrumentKind>()),
            Numbers = m.List("numbers", i?.Numbers, Object<InstrumentNumber>(MapNumber)),
            Source = m.Optional("source", i?.Source, Words<SourceFormat>()),
            Front = m.List("front", i?.Front, Object<FrontLine>(MapFront)),
        };

    private static InstrumentNumber MapNumber(ObjectMapper m, InstrumentNumber? n) =>
        new(m.Required("printed", n?.Printed, Text), m.Optional("organ", n?.Organ, Text));

    private static FrontLine MapFront(ObjectMapper m, FrontLine? f)
    {
        var line = new FrontLine(
            m.Required("role", f?.Role, Words<FrontRole>()),
            m.Optional("text", f?.Text, Text),
            m.Optional("layout", f?.Layout, Text)
        );
        if (m.IsComplete && line.Layout is { } layout && !ProvisionLayout.Names(layout, "text"))
            m.Problem("policy.layout-incomplete", "layout");
        return line;
    }

    private static ProvisionMapping MapMapping(ObjectMapper m, ProvisionMapping? p) =>
        new(
            m.Required("canonical", p?.Canonical, Named<ProvisionId>()),
            m.Required("provision", p?.Provision, Named<ProvisionId>())
        );

    private static Body MapBody(ObjectMapper m, Body? b) =>
        new(
            m.Required("name", b?.Name, Text),
            m.Optional("shortName", b?.ShortName, Text),
            m.Optional("code", b?.Code, Named<BodyCode>("read.bad-body-code"))
        );

    private static Adoption MapAdoption(ObjectMapper m, Adoption? a)
    {
        var adoption = new Adoption(m.Required("date", a?.Date, Date), m.Required("printed", a?.Printed, Text));
        if (m.IsComplete && PrintedDate(adoption.Printed) is { } other && other != adoption.Date)
            m.Problem("policy.adoption-dates-differ", "printed", adoption.Printed, JapaneseDate.Format(adoption.Date));
        if (m.IsComplete && JapaneseDate.Wrong(adoption.Printed, adoption.Date).FirstOrDefault() is { } wrong)
            m.Problem("policy.printed-day", "printed", wrong);
        return adoption;
    }

    private static PolicyRevision MapRevision(ObjectMapper m, PolicyRevision? r)
    {
        var revision = new PolicyRevision(
            m.Required("kind", r?.Kind, Words<RevisionKind>()),
            m.Required("decidedOn", r?.DecidedOn, Date),
            m.Optional("promulgatedOn", r?.PromulgatedOn, Date),
            m.Required("effectiveOn", r?.EffectiveOn, Date),
            m.Optional("summary", r?.Summary, Text),
            m.Optional("sha256", r?.Sha256, Sha256)
        );
        if (m.IsComplete && revision.PromulgatedOn < revision.DecidedOn)
            m.Problem("policy.promulgated-before-decision", "promulgatedOn");
        return revision;
    }

    private static LocalDate? PrintedDate(string printed) =>
        printed.IndexOf('日') is var end and > 0 ? JapaneseDate.Parse(printed.Substring(0, end + 1)).Date : null;

    private static LegalBasis MapLegalBasis(ObjectMapper m, LegalBasis? l) =>
        new(
            m.Required("law", l?.Law, Text),
            m.Required("article", l?.Article, Text),
            m.Optional("confirmed", l?.Confirmed, Flag) ?? false
        );
}
