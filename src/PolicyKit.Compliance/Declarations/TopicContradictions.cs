using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// What a declaration says of other topics, where a topic is said not to apply: an asset makes a class of the system
/// necessary, a subcontractor a contract.
/// </summary>
internal static class TopicContradictions
{
    private static readonly HashSet<string> NoReasons = new(StringComparer.Ordinal)
    {
        "該当しない",
        "該当しません",
        "該当しないため",
        "該当なし",
        "該当無し",
        "非該当",
        "なし",
        "無し",
        "無",
        "ない",
        "特になし",
        "対象外",
        "対象外のため",
        "不要",
        "省略",
        "理由",
        "na",
        "none",
        "no",
        "notapplicable",
    };

    private static readonly ParameterId PersonalNames = ParameterId.Parse("classification.names");

    /// <summary>
    /// Notes that a topic which is said not to apply does apply, by the first thing elsewhere that shows it.
    /// </summary>
    public static void Judge(DeclarationContext c)
    {
        if (Reason(c) is { } reason && SaysNothing(reason))
        {
            c.Violate("/" + c.Subject, "declaration.no-reason", c.Topic(c.Subject), reason);
            return;
        }

        if (Reason(c) is { } confession && Statements.Confesses(c.Subject, confession))
        {
            c.Violate("/" + c.Subject, "declaration.confessed", c.Topic(c.Subject), confession);
            return;
        }

        foreach (var (topic, name) in Shown(c).Take(1))
            c.Violate("/" + c.Subject, "declaration.does-apply", c.Topic(c.Subject), c.Topic(topic), name);
    }

    private static string? Reason(DeclarationContext c) =>
        c.Source.Text.Root.TryGetMember(c.Subject, out var topic)
        && topic.Kind == JsonKind.Object
        && topic.TryGetMember("notApplicable", out var reason)
        && reason.Kind == JsonKind.String
            ? reason.GetString()
            : null;

    // 「該当しない」 only says again that it does not apply.
    private static bool SaysNothing(string reason)
    {
        var letters = new string(JapaneseText.Fold(reason).Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
        return letters.Length == 0 || NoReasons.Contains(letters) || Statements.IsUndecided(reason);
    }

    // The topic that shows it, and the thing in it as it is called.
    private static IEnumerable<(string Topic, string Name)> Shown(DeclarationContext c)
    {
        var s = c.System;
        return c.Subject switch
        {
            "systemClass" => Items("assets", s.Assets.Items(), a => a.Name),
            "assets" => Items("personalData", s.PersonalData.Items(), p => p.Kind),
            "personalData" => Items("assets", s.Assets.Items().Where(a => NamesPeople(a, c)), a => a.Name),
            "contract" => OfContract(s),
            "externalServices" => OfServices(s),
            "connections" => Items("externalServices", s.ExternalServices.Items(), x => x.Name)
                .Concat(Items("localBreakouts", s.LocalBreakouts.Items(), b => b.Host))
                .Concat(Items("specificTraffic", s.SpecificTraffic.Items(), t => t.Peer)),
            "components" => Items("devices", s.Devices.Items(), d => d.Name),
            "devices" => OfDevices(s),
            "backups" => Handled("assets", s, HandlingRestriction.Backup),
            "cryptography" => OfCryptography(s),
            "software" => One("sbom", s.Sbom?.Value is { Components: > 0 } sbom ? sbom.File : null),
            "logs" => Items("accounts", s.Accounts.Items(), a => a.Id),
            "accounts" => Items("remoteMaintenance", s.RemoteMaintenance.Items(), r => r.Party)
                .Concat(
                    Items("components", s.Components.Items().Where(x => x.Kind == ComponentKind.Server), x => x.Name)
                ),
            "malwareProtection" => Items(
                "components",
                s.Components.Items().Where(x => x.Kind is ComponentKind.Server or ComponentKind.Terminal),
                x => x.Name
            ),
            "patching" => Items("software", s.Software.Items(), x => x.Name),
            "vulnerabilityTests" => Items("publicEndpoints", s.PublicEndpoints.Items(), e => e.Route),
            "incidentResponse" => Items("personalData", s.PersonalData.Items(), p => p.Kind),
            "internetRoute" => Items("localBreakouts", s.LocalBreakouts.Items(), b => b.Host),
            "domains" => Items("mailDomains", s.MailDomains.Items(), d => d.Domain),
            "specificTraffic" => Items(
                "connections",
                s.Connections.Items().Where(x => x.Zone is { } zone && c.Zones.Contains(zone)),
                x => x.Host
            ),
            // Who performs a contract has people, owners, terms and a chain of suppliers.
            "vendorOath"
            or "ownership"
            or "workforce"
            or "engagementTerms"
            or "contractorCheckSheet"
            or "supplyChain" => One("contract", s.Contract?.Value is null ? null : s.Vendor)
                .Concat(Items("subcontractors", s.Subcontractors.Items(), x => x.Name)),
            "training" => One("workforce", s.Workforce?.Value?.Manager),
            _ => [],
        };
    }

    private static IEnumerable<(string Topic, string Name)> OfContract(SystemDeclaration s) =>
        Items("subcontractors", s.Subcontractors.Items(), x => x.Name)
            .Concat(One("workforce", s.Workforce?.Value?.Manager))
            .Concat(One("engagementTerms", s.EngagementTerms?.Value?.NonDisclosure));

    private static IEnumerable<(string Topic, string Name)> OfServices(SystemDeclaration s) =>
        Items("connections", s.Connections.Items().Where(x => x.Service is not null), x => x.Host)
            .Concat(
                Items("components", s.Components.Items().Where(x => x.Kind == ComponentKind.CloudService), x => x.Name)
            )
            .Concat(Items("serviceAssurances", s.ServiceAssurances.Items(), x => x.ExternalService.Value));

    // What is signed, sent to others or carried about is protected by cryptography: a network cannot be locked.
    private static IEnumerable<(string Topic, string Name)> OfCryptography(SystemDeclaration s) =>
        Handled("assets", s, HandlingRestriction.ElectronicSignature)
            .Concat(Items("connections", s.Connections.Items().Where(x => SendsGuarded(x, s)), x => x.Host))
            .Concat(
                Items(
                    "externalServices",
                    s.ExternalServices.Items().Where(x => x.Confidentiality >= Confidentiality.Level2),
                    x => x.Name
                )
            )
            .Concat(
                Items("assets", s.Assets.Items().Where(a => a.Confidentiality >= Confidentiality.Level3B), a => a.Name)
            )
            .Concat(Items("media", s.Media.Items(), m => m.Number))
            .Concat(Items("wirelessLans", s.WirelessLans.Items(), x => x.Name));

    private static bool SendsGuarded(Connection connection, SystemDeclaration s) =>
        s.Assets.Items().Any(a => connection.Assets.Contains(a.Id) && a.Confidentiality >= Confidentiality.Level2);

    private static IEnumerable<(string Topic, string Name)> OfDevices(SystemDeclaration s) =>
        Items("components", s.Components.Items().Where(x => x.Kind == ComponentKind.NetworkDevice), x => x.Name)
            .Concat(Items("deviceHardening", s.DeviceHardening.Items(), x => x.Device))
            .Concat(Items("wirelessLans", s.WirelessLans.Items(), x => x.Name));

    private static IEnumerable<(string Topic, string Name)> Handled(
        string topic,
        SystemDeclaration s,
        HandlingRestriction restriction
    ) => Items(topic, s.Assets.Items().Where(a => a.Handling.Contains(restriction)), a => a.Name);

    // 3B is what harms the rights of individuals when it leaks. The body's own words for what names a person,
    // class by class: `3B: 氏名, 住所`.
    private static bool NamesPeople(InformationAsset asset, DeclarationContext c) =>
        asset.Confidentiality == Confidentiality.Level3B
        || asset.Name.Contains("個人情報")
        || (c.Standard.Find(PersonalNames)?.Values ?? ValueList<string>.Empty)
            .SelectMany(line => line.Substring(line.IndexOf(':') + 1).Split(','))
            .Select(word => word.Trim())
            .Any(word => IsWordIn(word, asset.Name));

    // A Japanese word stands anywhere, an English one alone: `dob` is not in `adobe`.
    private static bool IsWordIn(string word, string name)
    {
        if (word.Length == 0)
            return false;
        var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || word[0] > '\u007F')
            return at >= 0;
        return (at == 0 || !char.IsLetter(name[at - 1]))
            && (at + word.Length == name.Length || !char.IsLetter(name[at + word.Length]));
    }

    private static IEnumerable<(string Topic, string Name)> Items<T>(
        string topic,
        IEnumerable<T> items,
        Func<T, string> name
    ) => items.Select(i => (topic, name(i)));

    private static IEnumerable<(string Topic, string Name)> One(string topic, string? name) =>
        name is null ? [] : [(topic, name)];
}
