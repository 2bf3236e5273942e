using PolicyKit.Reading;
using PolicyKit.Standards;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Systems;

/// <content>Topics of how a system is developed and operated.</content>
public static partial class SystemSerializer
{
    private static Workforce Workforce(ObjectMapper m, Workforce? w) =>
        new(
            m.Required("manager", w?.Manager, Text),
            m.RequiredList("workplaces", w?.Workplaces, Text),
            m.Required("roster", w?.Roster, Text),
            m.Required("changeNotice", w?.ChangeNotice, Text)
        );

    private static TrainingSession TrainingSession(ObjectMapper m, TrainingSession? t) =>
        new(
            m.Required("topic", t?.Topic, Text),
            m.Required("heldOn", t?.HeldOn, Date),
            m.Required("participants", t?.Participants, FromOne)
        );

    private static SupplyChain SupplyChain(ObjectMapper m, SupplyChain? s) =>
        new(
            m.RequiredList("developmentPlaces", s?.DevelopmentPlaces, Text),
            m.RequiredList("countries", s?.Countries, Country),
            m.RequiredList("integrityControls", s?.IntegrityControls, Text)
        );

    private static Sbom Sbom(ObjectMapper m, Sbom? s) =>
        new(
            m.Required("format", s?.Format, Words<SbomFormat>("cyclonedx", "spdx")),
            m.Required("version", s?.Version, Text),
            m.Required("file", s?.File, Text),
            m.Required("sha256", s?.Sha256, Sha256),
            m.Required("components", s?.Components, FromOne),
            m.Required("deliverableSha256", s?.DeliverableSha256, Sha256)
        );

    private static Software Software(ObjectMapper m, Software? s)
    {
        var (name, version, licence) = (
            m.Required("name", s?.Name, Text),
            m.Required("version", s?.Version, Text),
            m.Required("licence", s?.Licence, Text)
        );
        var ends = m.Optional("supportEndsOn", s?.SupportEndsOn, Date);
        return new Software(
            name,
            version,
            licence,
            ends,
            m.RequiredIf(!m.Peek("supportEndsOn").IsThere, "supportPlan", s?.SupportPlan, Text)
        );
    }

    private static VulnerabilityTest VulnerabilityTest(ObjectMapper m, VulnerabilityTest? t)
    {
        var test = new VulnerabilityTest(
            m.Required("scope", t?.Scope, Text),
            m.Required("tester", t?.Tester, Text),
            m.Required("testedOn", t?.TestedOn, Date),
            m.Required("open", t?.Open, Object<OpenFindings>(OpenFindings)),
            m.Optional("retestedOn", t?.RetestedOn, Date)
        );
        if (m.IsComplete && test.RetestedOn < test.TestedOn)
            m.Problem("system.retest-before-test", "retestedOn");
        return test;
    }

    private static OpenFindings OpenFindings(ObjectMapper m, OpenFindings? o) =>
        new(
            m.Required("critical", o?.Critical, FromZero),
            m.Required("high", o?.High, FromZero),
            m.Required("medium", o?.Medium, FromZero),
            m.Required("low", o?.Low, FromZero)
        );

    private static SecurityRequirement SecurityRequirement(ObjectMapper m, SecurityRequirement? r) =>
        new(
            m.Required("id", r?.Id, Id),
            m.Required("requirement", r?.Requirement, Text),
            m.RequiredList("tests", r?.Tests, Text)
        );

    private static SystemDocument SystemDocument(ObjectMapper m, SystemDocument? d) =>
        new(
            m.Required("kind", d?.Kind, Words<SystemDocumentKind>()),
            m.Required("title", d?.Title, Text),
            m.Required("version", d?.Version, Text),
            m.Required("confidentiality", d?.Confidentiality, Class)
        );

    private static Change Change(ObjectMapper m, Change? c) =>
        new(
            m.Required("version", c?.Version, Text),
            m.Required("summary", c?.Summary, Text),
            m.Required("approvedOn", c?.ApprovedOn, Date),
            m.Required("approvedBy", c?.ApprovedBy, Text)
        );

    private static Disposal Disposal(ObjectMapper m, Disposal? d) =>
        new(
            m.Required("item", d?.Item, Text),
            m.Required("method", d?.Method, Words<DisposalMethod>()),
            m.Required("disposedOn", d?.DisposedOn, Date),
            m.Required("witness", d?.Witness, Text),
            m.Optional("certificate", d?.Certificate, Text)
        );

    private static LogRecord LogRecord(ObjectMapper m, LogRecord? l) =>
        new(
            m.Required("kind", l?.Kind, Text),
            m.Required("retentionMonths", l?.RetentionMonths, FromOne),
            m.Required("protection", l?.Protection, Text),
            m.Required("timeSource", l?.TimeSource, Text)
        );

    private static Backup Backup(ObjectMapper m, Backup? b) =>
        new(
            m.Required("target", b?.Target, Text),
            m.Required("cycle", b?.Cycle, Text),
            m.Required("generations", b?.Generations, FromOne),
            m.Required("place", b?.Place, Text),
            m.Required("offline", b?.IsOffline, Flag),
            m.Optional("restoreTestedOn", b?.RestoreTestedOn, Date)
        );

    private static AvailabilityPlan AvailabilityPlan(ObjectMapper m, AvailabilityPlan? a) =>
        new(
            m.Required("redundancy", a?.Redundancy, Text),
            m.Required("power", a?.Power, Text),
            m.Required("recoveryTimeHours", a?.RecoveryTimeHours, FromZero),
            m.Required("recoveryPointHours", a?.RecoveryPointHours, FromZero),
            m.Required("serviceLevel", a?.ServiceLevel, Text)
        );

    private static MalwareProtection MalwareProtection(ObjectMapper m, MalwareProtection? p) =>
        new(
            m.Required("product", p?.Product, Text),
            m.Required("updateCycle", p?.UpdateCycle, Text),
            m.Required("automatic", p?.IsAutomatic, Flag)
        );

    private static Patching Patching(ObjectMapper m, Patching? p) =>
        new(
            m.Required("criticalDays", p?.CriticalDays, FromZero),
            m.Required("highDays", p?.HighDays, FromZero),
            m.Required("mediumDays", p?.MediumDays, FromZero),
            m.Required("lowDays", p?.LowDays, FromZero)
        );

    private static Environments Environments(ObjectMapper m, Environments? e) =>
        new(
            m.RequiredList("separated", e?.Separated, Words<EnvironmentKind>()),
            m.Required("masking", e?.Masking, Text)
        );

    private static IncidentResponse IncidentResponse(ObjectMapper m, IncidentResponse? r) =>
        new(
            m.RequiredList(
                "contacts",
                r?.Contacts,
                Object<IncidentContact>(
                    (c, value) =>
                        new IncidentContact(
                            c.Required("role", value?.Role, Text),
                            c.Required("contact", value?.Contact, Text)
                        )
                )
            ),
            m.Required("firstNoticeHours", r?.FirstNoticeHours, FromZero),
            m.Required("finalReportDays", r?.FinalReportDays, FromOne)
        );

    private static PersonalData PersonalData(ObjectMapper m, PersonalData? p) =>
        new(m.Required("kind", p?.Kind, Text), m.Required("people", p?.People, FromZero));

    private static CryptographyUse CryptographyUse(ObjectMapper m, CryptographyUse? c) =>
        new(
            m.Required("algorithm", c?.Algorithm, Text),
            m.Optional("keyBits", c?.KeyBits, FromOne),
            m.Required("purpose", c?.Purpose, Text),
            m.Required("renewalYear", c?.RenewalYear, Integer(2000, 2199))
        )
        {
            Iterations = m.Optional("iterations", c?.Iterations, FromOne),
            Cost = m.Optional("cost", c?.Cost, FromOne),
        };

    private static SocialMediaAccount SocialMediaAccount(ObjectMapper m, SocialMediaAccount? a) =>
        new(
            m.Required("service", a?.Service, Text),
            m.Required("account", a?.Account, Text),
            m.Required("url", a?.Url, Url),
            m.Required("responsible", a?.Responsible, Text),
            m.Required("purpose", a?.Purpose, Text)
        );
}
