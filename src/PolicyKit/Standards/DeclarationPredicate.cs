namespace PolicyKit.Standards;

/// <summary>
/// What a declaration must satisfy and a JSON Schema cannot say. A closed set: a body's own checks are schemas.
/// </summary>
public enum DeclarationPredicate
{
    /// <summary>Every asset that passes a connection or a flow is one of the classified assets.</summary>
    AssetsClassified,

    /// <summary>
    /// Every asset of 自治体機密性2 or more has the handling restrictions of its class (the parameter: lines of the form
    /// <c>class: restriction, …</c>).
    /// </summary>
    HandlingMatchesClass,

    /// <summary>Every flow between zones is sanitised.</summary>
    FlowsSanitised,

    /// <summary>Every component stands in a zone that the declaration names.</summary>
    ComponentsInZones,

    /// <summary>In the α′ model destinations are listed, without wildcards.</summary>
    BreakoutsListed,

    /// <summary>
    /// Every connection, flow and remote maintenance was approved by the evaluation date and before operation begins.
    /// </summary>
    ApprovedBeforeOperation,

    /// <summary>Permission for every service of 自治体機密性2 or more was given before operation begins.</summary>
    ServicesPermitted,

    /// <summary>Every account in use was reviewed, or issued, within the months of the parameter.</summary>
    AccountsReviewed,

    /// <summary>Every id of somebody who left was removed within the days of the parameter.</summary>
    LeaversRemoved,

    /// <summary>No privileged id is in use after its last day.</summary>
    PrivilegesInTime,

    /// <summary>Every subcontractor was approved before it began.</summary>
    ApprovalBeforeStart,

    /// <summary>Support of all software ends after operation does, or there is a plan.</summary>
    SupportCoversOperation,

    /// <summary>A vulnerability test, or its retest, is no older than the months of the parameter.</summary>
    TestedRecently,

    /// <summary>Restoring every backup was tried within the months of the parameter.</summary>
    RestoreTested,

    /// <summary>Education was held within the months of the parameter.</summary>
    TrainedRecently,

    /// <summary>Whoever approved a change is not the vendor.</summary>
    ApproverNotApplicant,

    /// <summary>Every disposal has a certificate; in the zones of the parameter the medium was destroyed.</summary>
    DisposalCertified,

    /// <summary>
    /// Every algorithm is on the recommended list, with a key that stays strong until operation ends.
    /// </summary>
    StrengthCoversOperation,

    /// <summary>Every waiver that the system relies on is in the register and holds on the evaluation date.</summary>
    WaiversLive,

    /// <summary>
    /// Where personal data of more people than the parameter says is handled, an incident is reported in time.
    /// </summary>
    BreachReported,

    /// <summary>Where an asset has 可用性2, backups and recovery times are declared.</summary>
    AvailabilityPlanned,

    /// <summary>No connection sends an asset to an external service that is permitted for a lower class only.</summary>
    ServiceClassesSuffice,

    /// <summary>No asset is above the class of the system.</summary>
    SystemClassHighest,

    /// <summary>Every subcontractor beneath the first tier names the one above that engages it.</summary>
    SubcontractorsChained,

    /// <summary>Every permission has a number, and one number stands for one permission.</summary>
    PermissionNumbers,

    /// <summary>The owners of the vendor and of every subcontractor are declared, and none is to be refused.</summary>
    OwnersKnown,

    /// <summary>Public names stand under the domains of the parameter, or there is a ground.</summary>
    DomainsOfBody,

    /// <summary>Of every external service of 自治体機密性2 or more it is declared what was ascertained.</summary>
    ServicesAssured,

    /// <summary>No day on which the topic says that something was done lies after the evaluation date.</summary>
    DaysPast,

    /// <summary>
    /// A service under uniform terms handles no information of 自治体機密性2 or more, or there is a ground; and what was
    /// ascertained is of a declared service.
    /// </summary>
    UniformTermsGrounded,

    /// <summary>No two removable media have one number.</summary>
    MediaNumbered,

    /// <summary>Where the system follows the β or β′ model, its measures are declared.</summary>
    BetaMeasured,

    /// <summary>Where devices are declared, the criteria were decided by the evaluation date.</summary>
    CriteriaDecided,

    /// <summary>Every device has the JC-STAR level of the parameter, or there is a ground.</summary>
    DevicesLabelled,

    /// <summary>Operation has not ended by the evaluation date.</summary>
    OperationCurrent,

    /// <summary>The contract has not ended by the evaluation date.</summary>
    ContractCurrent,

    /// <summary>What the register says to be none is none in the rest of the declaration.</summary>
    RegisterAgrees,

    /// <summary>Every peer is limited by an address, and every port of a connection from the zones of the control has a peer.</summary>
    TrafficLimited,

    /// <summary>Where removable media are declared, the lock on taking data out has exceptions.</summary>
    ExceptionsAgree,

    /// <summary>Every device is hardened once, and nothing is said to be left undone.</summary>
    DevicesHardened,

    /// <summary>What is agreed on besides the contract is there, and the contract does not say otherwise.</summary>
    TermsAgree,

    /// <summary>Every document on the background of the workforce is named.</summary>
    BackgroundNamed,

    /// <summary>The contact can be reached from outside, and the page is an address of the web.</summary>
    ContactReachable,
}
