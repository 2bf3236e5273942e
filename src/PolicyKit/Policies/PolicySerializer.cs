using NodaTime;
using PolicyKit.Calendar;
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
                    Number = m.Optional("number", p?.Number, Text),
                    Heading = m.Optional("heading", p?.Heading, Text),
                    Text = m.Optional("text", p?.Text, Text),
                    Provisions = m.List("provisions", p?.Provisions, ProvisionCodec(seen)),
                };
                if (!m.Peek("heading").IsThere && !m.Peek("text").IsThere)
                    m.Problem("policy.empty-provision");
                return provision;
            }
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
