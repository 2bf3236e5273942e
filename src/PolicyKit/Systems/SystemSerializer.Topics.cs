using PolicyKit.Reading;
using PolicyKit.Standards;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Systems;

/// <summary>The topics of a declaration, in the order of the model's files.</summary>
public static partial class SystemSerializer
{
    private static readonly Codec<string> Host = Shaped(
        text => HostShape.IsHost(text.StartsWith("*.", StringComparison.Ordinal) ? text.Substring(2) : text),
        "system.bad-host",
        ProblemFamily.Content
    );
    private static readonly Codec<string> SingleHost = Shaped(
        HostShape.IsHost,
        "system.bad-host",
        ProblemFamily.Content
    );
    private static readonly Codec<string> Country = Noting(
        Shaped(
            text => text.Length == 2 && Has(text, c => c is >= 'A' and <= 'Z'),
            "system.bad-country",
            ProblemFamily.Content
        ),
        CountryCodes.Contains,
        "system.unknown-country"
    );
    private static readonly Codec<string> Url = Shaped(
        text =>
            (
                text.StartsWith("https://", StringComparison.Ordinal)
                || text.StartsWith("http://", StringComparison.Ordinal)
            )
            && text.Length > text.IndexOf('/') + 2
            && Has(text, c => !IsSpace(c)),
        "system.bad-url",
        ProblemFamily.Content
    );
    private static readonly Codec<int> FromZero = Integer(0);
    private static readonly Codec<int> FromOne = Integer(1);

    private static InformationAsset InformationAsset(ObjectMapper m, InformationAsset? a) =>
        new()
        {
            Id = m.Required("id", a?.Id, Id),
            Name = m.Required("name", a?.Name, Text),
            Confidentiality = m.Required("confidentiality", a?.Confidentiality, Class),
            Integrity = m.Required("integrity", a?.Integrity, Words<Integrity>("1", "2")),
            Availability = m.Required("availability", a?.Availability, Words<Availability>("1", "2")),
            Owner = m.Required("owner", a?.Owner, Text),
            Place = m.Required("place", a?.Place, Text),
            Retention = m.Required("retention", a?.Retention, Text),
            Copies = m.List("copies", a?.Copies, Text),
            Handling = m.List("handling", a?.Handling, Words<HandlingRestriction>()),
        };

    private static Component Component(ObjectMapper m, Component? c) =>
        new(
            m.Required("id", c?.Id, Id),
            m.Required("name", c?.Name, Text),
            m.Required("kind", c?.Kind, Words<ComponentKind>()),
            m.Required("zone", c?.Zone, Zone)
        )
        {
            Code = m.List("code", c?.Code, Text),
        };

    private static Flow Flow(ObjectMapper m, Flow? f)
    {
        var flow = new Flow(
            m.Required("from", f?.From, Zone),
            m.Required("to", f?.To, Zone),
            m.Required("purpose", f?.Purpose, Text),
            m.Required("method", f?.Method, Words<SanitizationMethod>()),
            m.List("assets", f?.Assets, Id),
            m.Required("approvedOn", f?.ApprovedOn, Date)
        );
        if (m.IsComplete && flow.From == flow.To)
            m.Problem("system.flow-within-zone", "to", flow.To.Value);
        return flow;
    }

    private static LocalBreakout LocalBreakout(ObjectMapper m, LocalBreakout? b) =>
        new(
            m.Required("host", b?.Host, SingleHost),
            m.Required("tenantRestriction", b?.TenantRestriction, Text),
            m.Required("approvedOn", b?.ApprovedOn, Date)
        );

    private static Connection Connection(ObjectMapper m, Connection? c) =>
        new(
            m.Required("host", c?.Host, Host),
            m.Optional("port", c?.Port, Integer(1, 65535)),
            m.Required("purpose", c?.Purpose, Text),
            m.Optional("zone", c?.Zone, Zone),
            m.Optional("service", c?.Service, Id),
            m.List("assets", c?.Assets, Id),
            m.WithDefault("direction", c?.Direction, ConnectionDirection.Outbound, Words<ConnectionDirection>()),
            m.Required("approvedOn", c?.ApprovedOn, Date)
        );

    private static RemoteMaintenance RemoteMaintenance(ObjectMapper m, RemoteMaintenance? r) =>
        new(
            m.Required("party", r?.Party, Text),
            m.Required("method", r?.Method, Text),
            m.Required("multiFactor", r?.MultiFactor, Flag),
            m.Required("log", r?.Log, Text),
            m.Required("approvedOn", r?.ApprovedOn, Date)
        );

    private static WirelessLan WirelessLan(ObjectMapper m, WirelessLan? w) =>
        new(
            m.Required("name", w?.Name, Text),
            m.Required("encryption", w?.Encryption, Words<WirelessEncryption>()),
            m.Required("logReview", w?.LogReview, Text),
            m.Required("firmware", w?.Firmware, Text)
        );

    private static Device Device(ObjectMapper m, Device? d) =>
        new(
            m.Required("name", d?.Name, Text),
            m.Required("purpose", d?.Purpose, Text),
            m.Required("jcStar", d?.JcStar, Integer(0, 4)),
            m.Optional("selectionGround", d?.SelectionGround, Text)
        );

    private static Account Account(ObjectMapper m, Account? a)
    {
        var (id, owner, role) = (
            m.Required("id", a?.Id, Text),
            m.Required("owner", a?.Owner, Text),
            m.Required("role", a?.Role, Text)
        );
        var privileged = m.Required("privileged", a?.Privileged, Flag);
        var account = new Account
        {
            Id = id,
            Owner = owner,
            Role = role,
            Privileged = privileged,
            Shared = m.Required("shared", a?.Shared, Flag),
            MultiFactor = m.Required("multiFactor", a?.MultiFactor, Flag),
            IssuedOn = m.Required("issuedOn", a?.IssuedOn, Date),
            ReviewedOn = m.Optional("reviewedOn", a?.ReviewedOn, Date),
            Holder = m.RequiredIf(privileged, "holder", a?.Holder, Text),
            ValidUntil = m.RequiredIf(privileged, "validUntil", a?.ValidUntil, Date),
            LeftOn = m.Optional("leftOn", a?.LeftOn, Date),
            RemovedOn = m.Optional("removedOn", a?.RemovedOn, Date),
        };
        if (m.IsComplete && account.ReviewedOn < account.IssuedOn)
            m.Problem("system.before-issue", "reviewedOn");
        if (m.IsComplete && account.RemovedOn < account.IssuedOn)
            m.Problem("system.before-issue", "removedOn");
        return account;
    }

    private static PublicEndpoint PublicEndpoint(ObjectMapper m, PublicEndpoint? e) =>
        new(m.Required("route", e?.Route, Text), m.Required("reason", e?.Reason, Text));

    private static ExternalService ExternalService(ObjectMapper m, ExternalService? s)
    {
        var (id, name, provider) = (
            m.Required("id", s?.Id, Id),
            m.Required("name", s?.Name, Text),
            m.Required("provider", s?.Provider, Text)
        );
        var confidentiality = m.Required("confidentiality", s?.Confidentiality, Class);
        var guarded = confidentiality >= Confidentiality.Level2;
        return new ExternalService
        {
            Id = id,
            Name = name,
            Provider = provider,
            Confidentiality = confidentiality,
            Manager = m.Required("manager", s?.Manager, Text),
            Permission = m.RequiredIf(
                guarded,
                "permission",
                s?.Permission,
                Object<Permission>(
                    (p, value) =>
                        new Permission(
                            p.Required("number", value?.Number, Text),
                            p.Required("grantedOn", value?.GrantedOn, Date)
                        )
                )
            ),
            UsedFrom = m.Optional("usedFrom", s?.UsedFrom, Date),
            Country = m.RequiredIf(guarded, "country", s?.Country, Country),
            GoverningLaw = m.RequiredIf(guarded, "governingLaw", s?.GoverningLaw, Text),
            ExitPlan = m.RequiredIf(guarded, "exitPlan", s?.ExitPlan, Text),
            IsmapRegistered = m.Optional("ismapRegistered", s?.IsmapRegistered, Flag),
            SelectionGround = m.Optional("selectionGround", s?.SelectionGround, Text),
        };
    }

    private static Subcontractor Subcontractor(ObjectMapper m, Subcontractor? s)
    {
        var subcontractor = new Subcontractor(
            m.Required("name", s?.Name, Text),
            m.Required("work", s?.Work, Text),
            m.Required("place", s?.Place, Text),
            m.Required("tier", s?.Tier, Integer(1, 9)),
            m.Required("approvedOn", s?.ApprovedOn, Date),
            m.Required("startsOn", s?.StartsOn, Date)
        )
        {
            Parent = m.Optional("parent", s?.Parent, Text),
        };
        if (m.IsComplete && subcontractor.StartsOn < subcontractor.ApprovedOn)
            m.Problem("system.start-before-approval", "startsOn");
        return subcontractor;
    }

    private static Contract Contract(ObjectMapper m, Contract? c)
    {
        Declared<string> Item(string name, Declared<string>? value) => m.Required(name, value, Declared(Text));
        var (signedOn, endsOn) = (m.Required("signedOn", c?.SignedOn, Date), m.Optional("endsOn", c?.EndsOn, Date));
        if (endsOn < signedOn)
            m.Problem("system.contract-reversed", "endsOn");
        return new Contract
        {
            SignedOn = signedOn,
            EndsOn = endsOn,
            Compliance = Item("compliance", c?.Compliance),
            Workforce = Item("workforce", c?.Workforce),
            ServiceLevel = Item("serviceLevel", c?.ServiceLevel),
            AccessScope = Item("accessScope", c?.AccessScope),
            Education = Item("education", c?.Education),
            PurposeLimitation = Item("purposeLimitation", c?.PurposeLimitation),
            Confidentiality = Item("confidentiality", c?.Confidentiality),
            Subcontracting = Item("subcontracting", c?.Subcontracting),
            ReturnAndDisposal = Item("returnAndDisposal", c?.ReturnAndDisposal),
            Reporting = Item("reporting", c?.Reporting),
            Inspection = Item("inspection", c?.Inspection),
            Disclosure = Item("disclosure", c?.Disclosure),
            Damages = Item("damages", c?.Damages),
            SupplyChain = Item("supplyChain", c?.SupplyChain),
        };
    }
}
