using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Analyzers.Framework;
using PolicyKit.Analyzers.Framework.Configuration;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PK3003_UndeclaredConnectionInConfiguration() : PolicyRule("PK3003", MeasureKind.Resilience, Severity.Error)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    // What a value under such a key names is connected to; what it is under another key may be a link for people or a mere name.
    private static readonly string[] Names = { "endpoint", "baseurl", "baseuri", "baseaddress", "address", "authority", "url", "uri", "host", "hostname", "server", "bootstrapservers", "connectionstring" };

    // Addresses that a browser or a person goes to, identifiers that look like addresses, and where the system itself listens.
    private static readonly string[] Others =
    {
        "issuer", "audience", "namespace", "schemaurl", "helpurl", "termsurl", "privacyurl", "supporturl", "documentationurl", "licenseurl", "logourl", "iconurl", "imageurl", "redirecturi", "redirecturl", "callbackurl", "returnurl",
        "logouturl", "siteurl", "publicurl", "applicationurl", "urls", "mailaddress", "emailaddress", "fromaddress", "toaddress", "allowedhosts",
    };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Schemes, LocalHosts);

    private protected override void Start(RuleContext rule)
    {
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        var declared = rule.Policy.Pack.System;
        rule.RegisterConfiguration((file, report) =>
        {
            foreach (var entry in file.Entries)
                if (HostOf(entry, schemes) is { } host && !local.Contains(host) && declared?.Declares(host) != true)
                    report(entry, "PK3003", new object[] { host });
        });
    }

    private static string? HostOf(ConfigurationEntry entry, HashSet<string> schemes)
    {
        if (ConnectionText.Pairs(entry.Value) is { } pairs) return ConnectionText.HostOf(pairs);
        if (entry.Key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase) || Identifier.EndsWithAny(NameOf(entry), Others) || !Identifier.EndsWithAny(NameOf(entry), Names)) return null;
        if (ConnectionText.OfUrl(entry.Value) is { } url) return schemes.Contains(url.Scheme) ? url.Host : null;
        return Identifier.EndsWithAny(NameOf(entry), new[] { "host", "hostname", "server", "bootstrapservers" }) ? ConnectionText.BareHost(entry.Value) : null;
    }

    // Of a list the name is that of the list.
    private static string NameOf(ConfigurationEntry entry) => entry.Name.All(char.IsDigit) && entry.Key.LastIndexOf(':') is var last and > 0 ? entry.Key.Substring(0, last).Substring(entry.Key.LastIndexOf(':', last - 1) + 1) : entry.Name;
}
