using PolicyKit.Calendar;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>What one part of a declaration says, compared with another part.</summary>
internal static class ComparisonPredicates
{
    // Numbers as officers write them; a permission without any is no number.
    private const string KanjiDigits = "〇一二三四五六七八九十百千";

    /// <summary>An asset goes only to services that are permitted for its class.</summary>
    public static void ServiceClassesSuffice(DeclarationContext c)
    {
        var assets = c.System.Assets.Items().ToList();
        var services = c.System.ExternalServices.Items().ToList();
        Each(
            c.System.Connections.Items(),
            "/connections",
            (connection, at) =>
            {
                if (services.Find(s => s.Id == connection.Service) is not { } service)
                    return;
                Each(
                    connection.Assets,
                    at + "/assets",
                    (id, pointer) =>
                    {
                        if (
                            assets.Find(a => a.Id == id) is { } asset
                            && asset.Confidentiality > service.Confidentiality
                        )
                            c.Violate(
                                pointer,
                                "declaration.class-above-service",
                                asset.Name,
                                ClassNames.Of(asset.Confidentiality),
                                service.Name,
                                ClassNames.Of(service.Confidentiality)
                            );
                    }
                );
            }
        );
    }

    /// <summary>A system is classed at least as high as the highest of its assets, in each of the three.</summary>
    public static void SystemClassHighest(DeclarationContext c)
    {
        if (c.System.SystemClass?.Value is not { } system)
            return;
        Each(
            c.System.Assets.Items(),
            "/assets",
            (asset, at) =>
            {
                if (asset.Confidentiality > system.Confidentiality)
                    Above(
                        "confidentiality",
                        ClassNames.Of(asset.Confidentiality),
                        ClassNames.Of(system.Confidentiality)
                    );
                if (asset.Integrity > system.Integrity)
                    Above("integrity", "2", "1");
                if (asset.Availability > system.Availability)
                    Above("availability", "2", "1");

                void Above(string member, string of, string highest) =>
                    c.Violate(
                        $"{at}/{member}",
                        "declaration.class-above-system",
                        asset.Name,
                        of,
                        highest,
                        ComplianceMessages.Catalog.Message("declaration." + member)
                    );
            }
        );
    }

    /// <summary>Every subcontractor beneath the first tier names the one that engages it, one tier above.</summary>
    public static void SubcontractorsChained(DeclarationContext c)
    {
        var all = c.System.Subcontractors.Items().ToList();
        Each(
            all,
            "/subcontractors",
            (subcontractor, at) =>
            {
                Once(subcontractor, at, all, c);
                if (subcontractor.Parent is not { } name)
                {
                    if (subcontractor.Tier > 1)
                        c.Violate(at, "declaration.no-parent", subcontractor.Name, subcontractor.Tier);
                }
                else if (subcontractor.Tier == 1)
                    c.Violate(at + "/parent", "declaration.parent-of-first", subcontractor.Name, name);
                else if (all.Find(s => PartyNames.AreTheSame(s.Name, name)) is not { } parent)
                    c.Violate(at + "/parent", "declaration.unknown-parent", subcontractor.Name, name);
                else if (parent.Tier != subcontractor.Tier - 1)
                    c.Violate(
                        at + "/parent",
                        "declaration.parent-of-another-tier",
                        subcontractor.Name,
                        subcontractor.Tier,
                        name,
                        parent.Tier
                    );
                else if (subcontractor.ApprovedOn < parent.ApprovedOn)
                    c.Violate(
                        at + "/approvedOn",
                        "declaration.approved-before-parent",
                        subcontractor.Name,
                        IsoDate.Format(subcontractor.ApprovedOn),
                        name,
                        IsoDate.Format(parent.ApprovedOn)
                    );
            }
        );
    }

    // The vendor is no subcontractor of itself, and one job is given to one company once.
    private static void Once(Subcontractor subcontractor, string at, List<Subcontractor> all, DeclarationContext c)
    {
        if (PartyNames.AreTheSame(subcontractor.Name, c.System.Vendor))
            c.Violate(at + "/name", "declaration.subcontractor-is-vendor", subcontractor.Name);
        var first = all.Find(s =>
            PartyNames.AreTheSame(s.Name, subcontractor.Name)
            && s.Work == subcontractor.Work
            && s.Parent == subcontractor.Parent
        );
        if (!ReferenceEquals(first, subcontractor))
            c.Violate(at + "/name", "declaration.subcontractor-twice", subcontractor.Name, subcontractor.Work);
    }

    /// <summary>Every permission has a number, and one number stands for one permission.</summary>
    // Width and spaces do not make another number: 許可第１２号 is 許可第12号.
    internal static string Compact(string number) => JapaneseText.Fold(number).Replace(" ", "");

    public static void PermissionNumbers(DeclarationContext c)
    {
        var seen = new Dictionary<string, ExternalService>(StringComparer.Ordinal);
        Each(
            c.System.ExternalServices.Items(),
            "/externalServices",
            (service, at) =>
            {
                if (service.Permission is not { } permission)
                    return;
                if (!permission.Number.Any(n => char.IsDigit(n) || KanjiDigits.IndexOf(n) >= 0))
                    c.Violate(
                        at + "/permission/number",
                        "declaration.permission-without-number",
                        service.Name,
                        permission.Number
                    );
                else if (!seen.TryGetValue(Compact(permission.Number), out var first))
                    seen.Add(Compact(permission.Number), service);
                else if (first.Permission!.GrantedOn != permission.GrantedOn)
                    c.Violate(
                        at + "/permission",
                        "declaration.permission-twice",
                        permission.Number,
                        IsoDate.Format(first.Permission.GrantedOn),
                        first.Name,
                        IsoDate.Format(permission.GrantedOn),
                        service.Name
                    );
            }
        );
    }

    /// <summary>Of every service of class 2 or above it is said what was ascertained.</summary>
    public static void ServicesAssured(DeclarationContext c)
    {
        var assured = new HashSet<SystemId>(c.System.ServiceAssurances.Items().Select(a => a.ExternalService));
        foreach (var service in c.System.ExternalServices.Items())
            if (service.Confidentiality >= Confidentiality.Level2 && !assured.Contains(service.Id))
                c.Violate("/serviceAssurances", "declaration.not-assured", service.Name, service.Id.Value);
    }

    /// <summary>The vendor and every subcontractor say where their head office is, and none is to be refused.</summary>
    public static void OwnersKnown(DeclarationContext c)
    {
        var owners = c.System.Ownership.Items().ToList();
        foreach (var party in c.System.Subcontractors.Items().Select(s => s.Name).Prepend(c.System.Vendor).Distinct())
            if (owners.TrueForAll(o => !PartyNames.AreTheSame(o.Party, party)))
                c.Violate("/ownership", "declaration.owner-unknown", party);
        Each(
            owners,
            "/ownership",
            (owner, at) =>
            {
                if (owner.Decision == OwnershipDecision.Refuse)
                    c.Violate(at + "/decision", "declaration.owner-refused", owner.Party);
            }
        );
    }

    /// <summary>What faces the public stands under the domains of the parameter, or says why not.</summary>
    public static void DomainsOfBody(DeclarationContext c, ParameterId? parameter)
    {
        var suffixes = (parameter is null ? null : c.Standard.Find(parameter))?.Values ?? ValueList<string>.Empty;
        if (suffixes.Count == 0)
            return;
        Each(
            c.System.Domains.Items(),
            "/domains",
            (domain, at) =>
            {
                c.LiesAhead(domain.ReviewedOn, at + "/reviewedOn");
                if (
                    (domain.Ground is null || Statements.IsNegative(domain.Ground))
                    && !suffixes.Any(s => domain.Name.EndsWith(s, StringComparison.OrdinalIgnoreCase))
                )
                    c.Violate(at + "/name", "declaration.foreign-domain", domain.Name, string.Join(", ", suffixes));
            }
        );
    }
}
