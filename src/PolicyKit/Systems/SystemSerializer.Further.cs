using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Systems;

/// <summary>Topics that a declaration may speak of and need not: what a standard asks for beyond every delivery.</summary>
public static partial class SystemSerializer
{
    private static SystemClass SystemClass(ObjectMapper m, SystemClass? x) =>
        new(
            m.Required("confidentiality", x?.Confidentiality, Class),
            m.Required("integrity", x?.Integrity, Words<Integrity>("1", "2")),
            m.Required("availability", x?.Availability, Words<Availability>("1", "2")),
            m.Required("level", x?.Level, Words<SystemLevel>()),
            m.Required("ground", x?.Ground, Text)
        );

    private static Ownership Ownership(ObjectMapper m, Ownership? x) =>
        new(
            m.Required("party", x?.Party, Text),
            m.Required("headOffice", x?.HeadOffice, Country),
            m.Optional("majorityHolder", x?.MajorityHolder, Country),
            m.Required("decision", x?.Decision, Words<OwnershipDecision>()),
            m.Required("ground", x?.Ground, Text)
        );

    private static VendorOath VendorOath(ObjectMapper m, VendorOath? x) =>
        new(m.Required("document", x?.Document, Text), m.Required("submittedOn", x?.SubmittedOn, Date));

    private static ContractorCheckSheet ContractorCheckSheet(ObjectMapper m, ContractorCheckSheet? x) =>
        new(
            m.Required("edition", x?.Edition, Text),
            m.Required("answeredOn", x?.AnsweredOn, Date),
            m.Required("document", x?.Document, Text)
        );

    private static DeviceCriteria DeviceCriteria(ObjectMapper m, DeviceCriteria? x) =>
        new(m.Required("document", x?.Document, Text), m.Required("decidedOn", x?.DecidedOn, Date));

    private static MailDomain MailDomain(ObjectMapper m, MailDomain? x) =>
        new(
            m.Required("domain", x?.Domain, SingleHost),
            m.Required("dmarc", x?.Dmarc, Words<DmarcPolicy>()),
            m.Required("spf", x?.Spf, Flag),
            m.Required("dkim", x?.Dkim, Flag),
            m.Required("relay", x?.Relay, Text),
            m.Required("transportEncryption", x?.TransportEncryption, Text)
        );

    private static PublicDomain PublicDomain(ObjectMapper m, PublicDomain? x) =>
        new(
            m.Required("name", x?.Name, SingleHost),
            m.Required("use", x?.Use, Text),
            m.Required("dnssec", x?.Dnssec, Flag),
            m.Required("reviewedOn", x?.ReviewedOn, Date),
            m.Optional("ground", x?.Ground, Text)
        );

    private static RemoteWork RemoteWork(ObjectMapper m, RemoteWork? x) =>
        new(
            m.Required("terminals", x?.Terminals, Text),
            m.Required("multiFactor", x?.MultiFactor, Flag),
            m.Required("limits", x?.Limits, Text),
            m.Required("updates", x?.Updates, Text)
        );

    private static RemovableMedium RemovableMedium(ObjectMapper m, RemovableMedium? x) =>
        new(
            m.Required("number", x?.Number, Text),
            m.Required("kind", x?.Kind, Text),
            m.Required("encryption", x?.Encryption, Text),
            m.Required("keeper", x?.Keeper, Text),
            m.Required("permission", x?.Permission, Text)
        );

    private static SystemRegisterEntry SystemRegisterEntry(ObjectMapper m, SystemRegisterEntry? x) =>
        new(
            m.Required("number", x?.Number, Text),
            m.Required("unit", x?.Unit, Text),
            m.Required("administrator", x?.Administrator, Text),
            m.Required("lines", x?.Lines, Text),
            m.Required("links", x?.Links, Text),
            m.Required("keys", x?.Keys, Text)
        );

    private static OutsideContact OutsideContact(ObjectMapper m, OutsideContact? x) =>
        new(m.Required("contact", x?.Contact, Text), m.Required("publishedAt", x?.PublishedAt, Url));

    private static BetaMeasures BetaMeasures(ObjectMapper m, BetaMeasures? x) =>
        new(
            m.Required("endpointDetection", x?.EndpointDetection, Text),
            m.Required("readiness", x?.Readiness, Text),
            m.Required("accessControl", x?.AccessControl, Text),
            m.Required("monitoring", x?.Monitoring, Text)
        );

    private static SpecificTraffic SpecificTraffic(ObjectMapper m, SpecificTraffic? x) =>
        new(
            m.Required("peer", x?.Peer, Text),
            m.Required("purpose", x?.Purpose, Text),
            m.Required("addressLimit", x?.AddressLimit, Text),
            m.Required("port", x?.Port, Integer(1, 65535)),
            m.Optional("listedAs", x?.ListedAs, Text)
        );

    private static ExportLock ExportLock(ObjectMapper m, ExportLock? x) =>
        new(m.Required("setting", x?.Setting, Text), m.Required("exceptions", x?.Exceptions, Text));

    private static InternetRoute InternetRoute(ObjectMapper m, InternetRoute? x) =>
        new(m.Required("route", x?.Route, Words<InternetRouteKind>()), m.Required("detail", x?.Detail, Text));

    private static ServiceAssurance ServiceAssurance(ObjectMapper m, ServiceAssurance? x) =>
        new(
            m.Required("externalService", x?.ExternalService, Id),
            m.Required("terms", x?.Terms, Words<ServiceTerms>()),
            m.Optional("termsGround", x?.TermsGround, Text),
            m.Required("foreignDisclosure", x?.ForeignDisclosure, Text),
            m.Required("keyManagement", x?.KeyManagement, Text),
            m.Required("erasure", x?.Erasure, Text)
        );

    private static WorkforceBackground WorkforceBackground(ObjectMapper m, WorkforceBackground? x) =>
        new(
            m.Required("capital", x?.Capital, Text),
            m.Required("officers", x?.Officers, Text),
            m.Required("nationality", x?.Nationality, Text),
            m.Required("qualification", x?.Qualification, Text)
        );

    private static EngagementTerms EngagementTerms(ObjectMapper m, EngagementTerms? x) =>
        new(m.Required("nonDisclosure", x?.NonDisclosure, Text), m.Required("suspension", x?.Suspension, Text));

    private static DeviceHardening DeviceHardening(ObjectMapper m, DeviceHardening? x) =>
        new(
            m.Required("device", x?.Device, Text),
            m.Required("initialPassword", x?.InitialPassword, Text),
            m.Required("functions", x?.Functions, Text),
            m.Required("exposure", x?.Exposure, Text)
        );
}
