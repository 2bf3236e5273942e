using System.Text.RegularExpressions;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>
/// What statements in words say, as far as a machine can tell: whether a thing is named that the rest of the
/// declaration
/// knows, whether an address is one, whether what is said to be none is none.
/// </summary>
internal static class StatementPredicates
{
    // An IPv4 or IPv6 address or a network of such, or a MAC address, and the words for a limit by either.
    private static readonly Regex Address = new(
        @"\d{1,3}(\.\d{1,3}){3}|([0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[0-9a-f]{1,4}(:[0-9a-f]{0,4}){2,7}|MAC|IP",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>The system is in operation on the day, or operation is still to come.</summary>
    public static void OperationCurrent(DeclarationContext c) =>
        c.Lasts(
            c.System.Operation.Until,
            "/operation/until",
            "declaration.operation-ended",
            c.System.Name,
            IsoDate.Format(c.AsOf)
        );

    /// <summary>The contract has not ended before operation did.</summary>
    public static void ContractCurrent(DeclarationContext c)
    {
        if (c.System.Contract?.Value?.EndsOn is { } last)
            c.Lasts(last, "/contract/endsOn", "declaration.contract-ended", c.System.Vendor, IsoDate.Format(c.AsOf));
    }

    /// <summary>What the register says to be none is none in the rest of the declaration.</summary>
    public static void RegisterAgrees(DeclarationContext c)
    {
        if (c.System.SystemRegister?.Value is not { } register)
            return;
        Disagrees("lines", register.Lines, "connections", c.System.Connections.Items().Select(x => x.Host));
        Disagrees("links", register.Links, "externalServices", c.System.ExternalServices.Items().Select(x => x.Name));
        Disagrees("keys", register.Keys, "externalServices", c.System.ExternalServices.Items().Select(x => x.Name));

        void Disagrees(string member, string said, string topic, IEnumerable<string> things)
        {
            if (IsNone(said) && things.FirstOrDefault() is { } thing)
                c.Violate(
                    "/systemRegister/" + member,
                    "declaration.said-none",
                    c.Topic("systemRegister"),
                    member,
                    said,
                    c.Topic(topic),
                    thing
                );
        }
    }

    /// <summary>
    /// Each peer is limited by an address, and every connection from the zones of the system has a peer.
    /// </summary>
    public static void TrafficLimited(DeclarationContext c)
    {
        var traffic = c.System.SpecificTraffic.Items().ToList();
        Each(
            traffic,
            "/specificTraffic",
            (flow, at) =>
            {
                if (!Address.IsMatch(Folded(flow.AddressLimit)))
                    c.Violate(at + "/addressLimit", "declaration.no-address", flow.Peer, flow.AddressLimit);
                for (var i = 0; i < traffic.Count && !ReferenceEquals(traffic[i], flow); i++)
                    if (traffic[i].Peer == flow.Peer && traffic[i].Port == flow.Port)
                        c.Violate(at, "declaration.peer-twice", flow.Peer, flow.Port);
            }
        );
        Each(
            c.System.Connections.Items(),
            "/connections",
            (connection, at) =>
            {
                if (
                    connection is { Zone: { } zone, Port: { } port }
                    && c.Zones.Contains(zone)
                    && traffic.TrueForAll(t => t.Port != port)
                )
                    c.Violate(at + "/port", "declaration.traffic-unlisted", connection.Host, port);
            }
        );
    }

    /// <summary>Where media may be taken out, the lock has exceptions.</summary>
    public static void ExceptionsAgree(DeclarationContext c)
    {
        if (
            c.System.ExportLock?.Value is { } exportLock
            && IsNone(exportLock.Exceptions)
            && c.System.Media.Items().FirstOrDefault() is { } medium
        )
            c.Violate(
                "/exportLock/exceptions",
                "declaration.said-none",
                c.Topic("exportLock"),
                "exceptions",
                exportLock.Exceptions,
                c.Topic("media"),
                medium.Number
            );
    }

    /// <summary>Each device is hardened once, and no default password or needless function is left.</summary>
    public static void DevicesHardened(DeclarationContext c)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Each(
            c.System.DeviceHardening.Items(),
            "/deviceHardening",
            (device, at) =>
            {
                if (!seen.Add(device.Device.Trim()))
                    c.Violate(at + "/device", "declaration.device-twice", device.Device);
                foreach (
                    var (member, said) in new[]
                    {
                        ("initialPassword", device.InitialPassword),
                        ("functions", device.Functions),
                    }
                )
                    if (IsUndone(said))
                        c.Undone($"{at}/{member}", said);
            }
        );
    }

    /// <summary>
    /// What is agreed on besides the contract does not say that it is none, and the contract does not.
    /// </summary>
    public static void TermsAgree(DeclarationContext c)
    {
        if (c.System.EngagementTerms?.Value is not { } terms)
            return;
        foreach (
            var (member, said) in new[] { ("nonDisclosure", terms.NonDisclosure), ("suspension", terms.Suspension) }
        )
            if (IsNone(said) || IsUndone(said))
                c.Undone("/engagementTerms/" + member, said);
        if (c.System.Contract?.Value?.Confidentiality.NotApplicable is { } reason)
            c.Violate("/contract/confidentiality", "declaration.terms-differ", reason, terms.NonDisclosure);
    }

    /// <summary>Each document is named, and none is said to be missing.</summary>
    public static void BackgroundNamed(DeclarationContext c)
    {
        if (c.System.WorkforceBackground?.Value is not { } background)
            return;
        foreach (
            var (member, said) in new[]
            {
                ("capital", background.Capital),
                ("officers", background.Officers),
                ("nationality", background.Nationality),
                ("qualification", background.Qualification),
            }
        )
            if (IsNone(said) || IsUndone(said))
                c.Undone("/workforceBackground/" + member, said);
    }

    /// <summary>The contact can be reached from outside, and its page is an address of the web.</summary>
    public static void ContactReachable(DeclarationContext c)
    {
        if (c.System.OutsideContact?.Value is not { } contact)
            return;
        var folded = Folded(contact.Contact);
        if (
            folded.IndexOf('@') < 0
            && folded.IndexOf("://", StringComparison.Ordinal) < 0
            && folded.Count(char.IsDigit) < 9
        )
            c.Violate("/outsideContact/contact", "declaration.no-contact", contact.Contact);
        if (!contact.PublishedAt.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            c.Violate("/outsideContact/publishedAt", "declaration.no-page", contact.PublishedAt);
    }

    private static bool IsNone(string said) => Statements.IsNone(said);

    // 「変更していない」「未実施」: what is required was not done, in the declaration's own words.
    private static bool IsUndone(string said) =>
        Statements.IsUndecided(said)
        || Statements.IsUndone(said)
        || Folded(said).Trim().TrimEnd('。') is var text
            && (
                text.EndsWith("していない", StringComparison.Ordinal)
                || text.EndsWith("していません", StringComparison.Ordinal)
                || text.EndsWith("予定", StringComparison.Ordinal)
                || text.EndsWith("検討中", StringComparison.Ordinal)
            );

    private static string Folded(string text) =>
        new(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c).ToArray());
}
