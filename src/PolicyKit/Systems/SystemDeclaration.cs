namespace PolicyKit.Systems;

/// <summary>
/// What a vendor declares about one system (納品物の申告). While the system is being built only the beginning is needed,
/// and what the rules ask for; when it is delivered every topic is either declared or said not to apply, with the
/// reason.
/// </summary>
/// <remarks>
/// Immutable, and compared by value. A topic that is null was not declared; one that does not apply says why
/// (<see cref="Declared{T}"/>).
/// At the stage of delivery every topic is required that the system’s zones do not rule out.
/// </remarks>
public sealed record SystemDeclaration
{
    /// <summary>The system's id, for example <c>sewerage-billing</c>.</summary>
    public required SystemId Id { get; init; }

    /// <summary>The name in Japanese.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The person responsible on the body's side (情報システム管理者), by role and not by name.</summary>
    public required string Owner { get; init; }

    /// <summary>The vendor (受託者).</summary>
    public required string Vendor { get; init; }

    /// <summary>Whether the system is being built or is handed in.</summary>
    public required DeclarationStage Stage { get; init; }

    /// <summary>The period of operation.</summary>
    public required OperationPeriod Operation { get; init; }

    /// <summary>The network zones that its components stand in.</summary>
    public required ValueList<NetworkZoneId> Zones { get; init; }

    /// <summary>The network model of the body; null when it follows none of the guideline's.</summary>
    public NetworkModel? NetworkModel { get; init; }

    /// <summary>Data that goes from one zone to another; needed at delivery when there are several zones.</summary>
    public Declared<ValueList<Flow>>? Flows { get; init; }

    /// <summary>Destinations reached directly; needed at delivery in the α′ model.</summary>
    public Declared<ValueList<LocalBreakout>>? LocalBreakouts { get; init; }

    /// <summary>What was disposed of or given back, as it happens.</summary>
    public ValueList<Disposal> Disposals { get; init; } = ValueList<Disposal>.Empty;

    /// <summary>The ids of the waivers (例外措置) that it relies on.</summary>
    public ValueList<WaiverId> Waivers { get; init; } = ValueList<WaiverId>.Empty;

    /// <summary>The parts of the system and their zones.</summary>
    public Declared<ValueList<Component>>? Components { get; init; }

    /// <summary>The information assets it handles.</summary>
    public Declared<ValueList<InformationAsset>>? Assets { get; init; }

    /// <summary>Every host it connects to.</summary>
    public Declared<ValueList<Connection>>? Connections { get; init; }

    /// <summary>The external services (外部サービス) it uses.</summary>
    public Declared<ValueList<ExternalService>>? ExternalServices { get; init; }

    /// <summary>The endpoints that anybody may call, each with the reason.</summary>
    public Declared<ValueList<PublicEndpoint>>? PublicEndpoints { get; init; }

    /// <summary>The accounts.</summary>
    public Declared<ValueList<Account>>? Accounts { get; init; }

    /// <summary>Maintenance from outside.</summary>
    public Declared<ValueList<RemoteMaintenance>>? RemoteMaintenance { get; init; }

    /// <summary>Wireless LANs.</summary>
    public Declared<ValueList<WirelessLan>>? WirelessLans { get; init; }

    /// <summary>Network and IoT devices.</summary>
    public Declared<ValueList<Device>>? Devices { get; init; }

    /// <summary>Subcontractors (再委託先).</summary>
    public Declared<ValueList<Subcontractor>>? Subcontractors { get; init; }

    /// <summary>The contract and its items.</summary>
    public Declared<Contract>? Contract { get; init; }

    /// <summary>The people who do the work.</summary>
    public Declared<Workforce>? Workforce { get; init; }

    /// <summary>Education of the workers.</summary>
    public Declared<ValueList<TrainingSession>>? Training { get; init; }

    /// <summary>Where and under whose control it is made.</summary>
    public Declared<SupplyChain>? SupplyChain { get; init; }

    /// <summary>The software bill of materials.</summary>
    public Declared<Sbom>? Sbom { get; init; }

    /// <summary>Software with its licence and end of support.</summary>
    public Declared<ValueList<Software>>? Software { get; init; }

    /// <summary>Vulnerability tests.</summary>
    public Declared<ValueList<VulnerabilityTest>>? VulnerabilityTests { get; init; }

    /// <summary>Security requirements and the tests that show them.</summary>
    public Declared<ValueList<SecurityRequirement>>? SecurityRequirements { get; init; }

    /// <summary>The documents handed in.</summary>
    public Declared<ValueList<SystemDocument>>? Documents { get; init; }

    /// <summary>Delivered versions and their approval.</summary>
    public Declared<ValueList<Change>>? Changes { get; init; }

    /// <summary>The logs it keeps.</summary>
    public Declared<ValueList<LogRecord>>? Logs { get; init; }

    /// <summary>Backups.</summary>
    public Declared<ValueList<Backup>>? Backups { get; init; }

    /// <summary>How it stays available.</summary>
    public Declared<AvailabilityPlan>? Availability { get; init; }

    /// <summary>Protection against malware.</summary>
    public Declared<MalwareProtection>? MalwareProtection { get; init; }

    /// <summary>How fast fixes are applied.</summary>
    public Declared<Patching>? Patching { get; init; }

    /// <summary>Separation of environments.</summary>
    public Declared<Environments>? Environments { get; init; }

    /// <summary>What happens in an incident.</summary>
    public Declared<IncidentResponse>? IncidentResponse { get; init; }

    /// <summary>Personal data it handles.</summary>
    public Declared<ValueList<PersonalData>>? PersonalData { get; init; }

    /// <summary>Uses of cryptography.</summary>
    public Declared<ValueList<CryptographyUse>>? Cryptography { get; init; }

    /// <summary>Accounts at social media services.</summary>
    public Declared<ValueList<SocialMediaAccount>>? SocialMedia { get; init; }

    /// <summary>How the system is classed by the impact of its loss, and which measures follow.</summary>
    public Declared<SystemClass>? SystemClass { get; init; }

    /// <summary>Where those who supply are at home, and who holds the majority of the votes.</summary>
    public Declared<ValueList<Ownership>>? Ownership { get; init; }

    /// <summary>The vendor’s written statement that it is under no undue influence from outside.</summary>
    public Declared<VendorOath>? VendorOath { get; init; }

    /// <summary>The check sheet for contractors, as it was answered.</summary>
    public Declared<ContractorCheckSheet>? ContractorCheckSheet { get; init; }

    /// <summary>The written criteria by which devices are selected.</summary>
    public Declared<DeviceCriteria>? DeviceCriteria { get; init; }

    /// <summary>How mail of a domain shows that it is genuine.</summary>
    public Declared<ValueList<MailDomain>>? MailDomains { get; init; }

    /// <summary>A name under which the system faces the public.</summary>
    public Declared<ValueList<PublicDomain>>? Domains { get; init; }

    /// <summary>How the system is used from outside the office.</summary>
    public Declared<RemoteWork>? RemoteWork { get; init; }

    /// <summary>A removable medium that the body issued.</summary>
    public Declared<ValueList<RemovableMedium>>? Media { get; init; }

    /// <summary>What the register of systems holds of it beyond the rest of the declaration.</summary>
    public Declared<SystemRegisterEntry>? SystemRegister { get; init; }

    /// <summary>Where outsiders report incidents.</summary>
    public Declared<OutsideContact>? OutsideContact { get; init; }

    /// <summary>What the β and β′ models ask for beyond the zones.</summary>
    public Declared<BetaMeasures>? BetaMeasures { get; init; }

    /// <summary>Traffic that the my-number zone may have with one peer.</summary>
    public Declared<ValueList<SpecificTraffic>>? SpecificTraffic { get; init; }

    /// <summary>The setting by which data cannot be taken out of the my-number zone.</summary>
    public Declared<ExportLock>? ExportLock { get; init; }

    /// <summary>How the system reaches the internet.</summary>
    public Declared<InternetRoute>? InternetRoute { get; init; }

    /// <summary>What was ascertained of an external service beyond its registration.</summary>
    public Declared<ValueList<ServiceAssurance>>? ServiceAssurances { get; init; }

    /// <summary>What is known of the vendor and its workers, without names.</summary>
    public Declared<WorkforceBackground>? WorkforceBackground { get; init; }

    /// <summary>What is agreed before information of class 2 or above is handed over.</summary>
    public Declared<EngagementTerms>? EngagementTerms { get; init; }

    /// <summary>How a special device is set up.</summary>
    public Declared<ValueList<DeviceHardening>>? DeviceHardening { get; init; }

    /// <summary>
    /// Whether a host is declared: exactly, or beneath a declared <c>*.</c> name. Case does not matter.
    /// </summary>
    public bool Declares(string host) => Connections.Items().Any(c => c.Covers(host));

    /// <summary>
    /// Whether a route is declared as public. Case, leading slashes and route constraints do not matter.
    /// </summary>
    public bool DeclaresPublic(string route) =>
        PublicEndpoints.Items().Any(e => PublicEndpoint.Normalize(e.Route) == PublicEndpoint.Normalize(route));

    /// <summary>
    /// Whether a host is one of the names under which the system faces the public. Case does not matter.
    /// </summary>
    public bool FacesPublicAs(string host) =>
        Domains.Items().Any(d => string.Equals(d.Name, host, StringComparison.OrdinalIgnoreCase));
}
