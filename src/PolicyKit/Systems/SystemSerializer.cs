using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Systems;

/// <summary>Reads and writes files of the kind <c>system</c> (schema <c>urn:policykit:schema:system:1</c>).</summary>
public static partial class SystemSerializer
{
    private static ValueList<string>? _subjects;
    private static readonly Codec<SystemId> Id = Named<SystemId>();
    private static readonly Codec<NetworkZoneId> Zone = Named<NetworkZoneId>();

    internal static readonly Codec<NetworkModel> Model = Words<NetworkModel>();
    internal static readonly Codec<Confidentiality> Class = Words<Confidentiality>("1", "2", "3C", "3B", "3A");

    /// <summary>The members of a declaration that a standard's declaration checks may speak of.</summary>
    public static ValueList<string> Subjects => _subjects ??= ReadSubjects();

    /// <summary>Reads a declaration. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SystemDeclaration> Read(SourceDocument source) =>
        DocumentMapper.Read<SystemDeclaration>(source, DocumentKind.System, Map);

    /// <summary>
    /// Reads a declaration from disk. Never throws on bad data: everything that is wrong is in the result.
    /// </summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ReadResult<SystemDeclaration> ReadFile(string path) => Read(SourceDocument.ReadFile(path));

    /// <summary>A declaration as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="system">The declaration.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(SystemDeclaration system, string? schema = null) =>
        DocumentMapper.Write(system, DocumentKind.System, schema, Map);

    private static ValueList<string> ReadSubjects() =>
        ObjectMapper
            .MemberNames<SystemDeclaration>(Map)
            .Where(name => name is not ("id" or "name"))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToValueList();

    private static SystemDeclaration Map(ObjectMapper m, SystemDeclaration? s)
    {
        var (id, name, purpose) = (
            m.Required("id", s?.Id, Id),
            m.Required("name", s?.Name, Text),
            m.Required("purpose", s?.Purpose, Text)
        );
        var (owner, vendor) = (m.Required("owner", s?.Owner, Text), m.Required("vendor", s?.Vendor, Text));
        var stage = m.Required("stage", s?.Stage, Words<DeclarationStage>());
        var operation = m.Required("operation", s?.Operation, Object<OperationPeriod>(Operation));
        var zones = m.RequiredList("zones", s?.Zones, Zone);
        var model = m.Optional("networkModel", s?.NetworkModel, Model);
        var delivered = stage == DeclarationStage.Delivery && m.Peek("stage").IsThere;
        // What is required of a delivered system: a topic, or why it does not apply.
        Declared<T>? Topic<T>(string member, Declared<T>? value, Codec<T> codec, bool applies = true)
            where T : class => m.RequiredIf(delivered && applies, member, value, Codecs.Declared(codec));
        Declared<ValueList<T>>? Topics<T>(
            string member,
            Declared<ValueList<T>>? value,
            Func<ObjectMapper, T?, T> map,
            Func<T, string>? key = null,
            bool applies = true
        )
            where T : class => Topic(member, value, List(Object(map), key), applies);
        return new SystemDeclaration
        {
            Id = id,
            Name = name,
            Purpose = purpose,
            Owner = owner,
            Vendor = vendor,
            Stage = stage,
            Operation = operation,
            Zones = zones,
            NetworkModel = model,
            Flows = Topics<Flow>("flows", s?.Flows, Flow, applies: m.Peek("zones").Count > 1),
            LocalBreakouts = Topics<LocalBreakout>(
                "localBreakouts",
                s?.LocalBreakouts,
                LocalBreakout,
                applies: model == Systems.NetworkModel.AlphaPrime
            ),
            Components = Topics<Component>("components", s?.Components, Component, x => x.Id.Value),
            Assets = Topics<InformationAsset>("assets", s?.Assets, InformationAsset, x => x.Id.Value),
            Connections = Topic(
                "connections",
                s?.Connections,
                List(Object<Connection>(Connection), PeerOf, "system.connection-twice", "host", HostOf)
            ),
            ExternalServices = Topics<ExternalService>(
                "externalServices",
                s?.ExternalServices,
                ExternalService,
                x => x.Id.Value
            ),
            PublicEndpoints = Topics<PublicEndpoint>("publicEndpoints", s?.PublicEndpoints, PublicEndpoint),
            Accounts = Topics<Account>("accounts", s?.Accounts, Account, x => x.Id),
            RemoteMaintenance = Topics<RemoteMaintenance>("remoteMaintenance", s?.RemoteMaintenance, RemoteMaintenance),
            WirelessLans = Topics<WirelessLan>("wirelessLans", s?.WirelessLans, WirelessLan),
            Devices = Topics<Device>("devices", s?.Devices, Device),
            Subcontractors = Topics<Subcontractor>("subcontractors", s?.Subcontractors, Subcontractor),
            Contract = Topic("contract", s?.Contract, Object<Contract>(Contract)),
            Workforce = Topic("workforce", s?.Workforce, Object<Workforce>(Workforce)),
            Training = Topics<TrainingSession>("training", s?.Training, TrainingSession),
            SupplyChain = Topic("supplyChain", s?.SupplyChain, Object<SupplyChain>(SupplyChain)),
            Sbom = Topic("sbom", s?.Sbom, Object<Sbom>(Sbom)),
            Software = Topics<Software>("software", s?.Software, Software),
            VulnerabilityTests = Topics<VulnerabilityTest>(
                "vulnerabilityTests",
                s?.VulnerabilityTests,
                VulnerabilityTest
            ),
            SecurityRequirements = Topics<SecurityRequirement>(
                "securityRequirements",
                s?.SecurityRequirements,
                SecurityRequirement,
                x => x.Id.Value
            ),
            Documents = Topics<SystemDocument>("documents", s?.Documents, SystemDocument),
            Changes = Topics<Change>("changes", s?.Changes, Change),
            Logs = Topics<LogRecord>("logs", s?.Logs, LogRecord),
            Backups = Topics<Backup>("backups", s?.Backups, Backup),
            Availability = Topic("availability", s?.Availability, Object<AvailabilityPlan>(AvailabilityPlan)),
            MalwareProtection = Topic(
                "malwareProtection",
                s?.MalwareProtection,
                Object<MalwareProtection>(MalwareProtection)
            ),
            Patching = Topic("patching", s?.Patching, Object<Patching>(Patching)),
            Environments = Topic("environments", s?.Environments, Object<Environments>(Environments)),
            IncidentResponse = Topic(
                "incidentResponse",
                s?.IncidentResponse,
                Object<IncidentResponse>(IncidentResponse)
            ),
            PersonalData = Topics<PersonalData>("personalData", s?.PersonalData, PersonalData),
            Cryptography = Topics<CryptographyUse>("cryptography", s?.Cryptography, CryptographyUse),
            SocialMedia = Topics<SocialMediaAccount>("socialMedia", s?.SocialMedia, SocialMediaAccount),
            SystemClass = Topic("systemClass", s?.SystemClass, Object<SystemClass>(SystemClass), applies: false),
            Ownership = Topics<Ownership>("ownership", s?.Ownership, Ownership, applies: false),
            VendorOath = Topic("vendorOath", s?.VendorOath, Object<VendorOath>(VendorOath), applies: false),
            ContractorCheckSheet = Topic(
                "contractorCheckSheet",
                s?.ContractorCheckSheet,
                Object<ContractorCheckSheet>(ContractorCheckSheet),
                applies: false
            ),
            DeviceCriteria = Topic(
                "deviceCriteria",
                s?.DeviceCriteria,
                Object<DeviceCriteria>(DeviceCriteria),
                applies: false
            ),
            MailDomains = Topics<MailDomain>("mailDomains", s?.MailDomains, MailDomain, applies: false),
            Domains = Topics<PublicDomain>("domains", s?.Domains, PublicDomain, applies: false),
            RemoteWork = Topic("remoteWork", s?.RemoteWork, Object<RemoteWork>(RemoteWork), applies: false),
            Media = Topics<RemovableMedium>("media", s?.Media, RemovableMedium, applies: false),
            SystemRegister = Topic(
                "systemRegister",
                s?.SystemRegister,
                Object<SystemRegisterEntry>(SystemRegisterEntry),
                applies: false
            ),
            OutsideContact = Topic(
                "outsideContact",
                s?.OutsideContact,
                Object<OutsideContact>(OutsideContact),
                applies: false
            ),
            BetaMeasures = Topic("betaMeasures", s?.BetaMeasures, Object<BetaMeasures>(BetaMeasures), applies: false),
            SpecificTraffic = Topics<SpecificTraffic>(
                "specificTraffic",
                s?.SpecificTraffic,
                SpecificTraffic,
                applies: false
            ),
            ExportLock = Topic("exportLock", s?.ExportLock, Object<ExportLock>(ExportLock), applies: false),
            InternetRoute = Topic(
                "internetRoute",
                s?.InternetRoute,
                Object<InternetRoute>(InternetRoute),
                applies: false
            ),
            ServiceAssurances = Topics<ServiceAssurance>(
                "serviceAssurances",
                s?.ServiceAssurances,
                ServiceAssurance,
                applies: false
            ),
            WorkforceBackground = Topic(
                "workforceBackground",
                s?.WorkforceBackground,
                Object<WorkforceBackground>(WorkforceBackground),
                applies: false
            ),
            EngagementTerms = Topic(
                "engagementTerms",
                s?.EngagementTerms,
                Object<EngagementTerms>(EngagementTerms),
                applies: false
            ),
            DeviceHardening = Topics<DeviceHardening>(
                "deviceHardening",
                s?.DeviceHardening,
                DeviceHardening,
                applies: false
            ),
            Disposals = m.List("disposals", s?.Disposals, Object<Disposal>(Disposal)),
            Waivers = m.List("waivers", s?.Waivers, Named<WaiverId>()),
        };
    }

    // Where a connection leads: what two entries may not have in common.
    private static string PeerOf(Connection connection) =>
        connection.Port is { } port ? PeerOf(connection, $":{port}") : HostOf(connection);

    // Without a port every port is meant.
    private static string HostOf(Connection connection) => PeerOf(connection, "");

    private static string PeerOf(Connection connection, string port) =>
        connection.Host.ToLowerInvariant()
        + port
        + (connection.Direction == ConnectionDirection.Outbound ? "" : $" ({WordOf(connection.Direction)})");

    private static OperationPeriod Operation(ObjectMapper m, OperationPeriod? p)
    {
        var period = new OperationPeriod(m.Required("from", p?.From, Date), m.Required("until", p?.Until, Date));
        if (m.IsComplete && period.Until < period.From)
            m.Problem("system.period-reversed", "until");
        return period;
    }
}
