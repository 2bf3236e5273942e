namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// What in a configuration file sends something unencrypted: addresses, settings in connection strings, switches,
/// sections of web.config.
/// </summary>
internal sealed class CleartextConfiguration(ISet<string> schemes, ISet<string> local, Func<bool> redirects)
{
    private const string Network = "system.net:mailSettings:smtp:network:";

    /// <summary>The message and what it names; null when nothing is sent in cleartext.</summary>
    public (string Key, string Setting)? Of(ConfigurationEntry entry, ConfigurationFile file)
    {
        if (ConfigurationConnections.IsListening(entry))
            return ListensInClear(entry, file) is { } listening ? ("PK6206.scheme", listening + "://") : null;
        if (SchemeOf(entry) is { } scheme)
            return ("PK6206.scheme", scheme + "://");
        if (CleartextSettings.Of(entry.Value, local) is { } setting)
            return ("PK6206.setting", setting);
        if (ConfigurationSwitches.TravelsInClear(entry) && !IsBesideLocalHost(entry, file))
            return ("PK6206.setting", $"{entry.Name}={entry.Value}");
        if (IsOfBinding(entry))
            return ("PK6206.setting", $"mode={entry.Value}");
        if (IsUnencryptedByDefault(entry, file) is { } missing)
            return ("PK6206.setting", missing);
        return SecondsOfHsts(entry) is { } seconds and < HstsHeader.Shortest
            ? ("PK6206.hsts", HstsHeader.Minutes(seconds))
            : null;
    }

    private string? SchemeOf(ConfigurationEntry entry) =>
        ConnectionString.OfUrl(entry.Value) is { } url
        && schemes.Contains(url.Scheme)
        && !local.Contains(url.Host)
        && (ConfigurationConnections.IsMadeBy(entry) || WrittenHosts.IsForMachines(url.Scheme))
            ? url.Scheme
            : null;

    // An address without TLS beside one with it may send its visitors there.
    private string? ListensInClear(ConfigurationEntry entry, ConfigurationFile file)
    {
        var section = entry.Key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)
            ? "Kestrel:"
            : entry.Key.Substring(0, Math.Max(0, entry.Key.LastIndexOf(':')));
        var addresses = ListeningAddresses.In(entry.Value);
        return
            addresses.FirstOrDefault(a => schemes.Contains(a.Scheme) && !a.IsLoopback).Scheme is { } scheme
            && !(
                file.Entries.Any(other =>
                    other.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
                    && ConfigurationConnections.IsListening(other)
                    && ListeningAddresses.In(other.Value).Any(a => !schemes.Contains(a.Scheme))
                ) && redirects()
            )
            ? scheme
            : null;
    }

    private bool IsBesideLocalHost(ConfigurationEntry entry, ConfigurationFile file)
    {
        var section = entry.Key.Substring(0, entry.Key.LastIndexOf(':') + 1);
        return file.Entries.Any(other =>
            other.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
            && other.Key.IndexOf(':', section.Length) < 0
            && IdentifierWords.EndsWithAny(other.Name, new[] { "host", "hostname", "server", "address", "smtp" })
            && local.Contains(other.Value)
        );
    }

    private static bool IsOfBinding(ConfigurationEntry entry) =>
        entry.Key.StartsWith("system.serviceModel:bindings:", StringComparison.Ordinal)
        && entry.Key.EndsWith(":security:mode", StringComparison.Ordinal)
        && entry.Value is "None" or "TransportCredentialOnly";

    // The mail client of .NET, and System.Data.SqlClient, encrypt only what they are told to.
    private string? IsUnencryptedByDefault(ConfigurationEntry entry, ConfigurationFile file)
    {
        if (string.Equals(entry.Key, Network + "host", StringComparison.Ordinal))
            return
                !local.Contains(entry.Value)
                && !file.Entries.Any(e => e.Key is Network + "enableSsl")
                && !file.Entries.Any(e =>
                    e.Key == "system.net:mailSettings:smtp:deliveryMethod" && e.Value != "Network"
                )
                ? "enableSsl=false"
                : null;
        return
            entry.Key.StartsWith("connectionStrings:", StringComparison.Ordinal)
            && file.Entries.Any(e =>
                e.Value == "System.Data.SqlClient"
                && e.Key.Length > entry.Key.Length
                && e.Key.StartsWith(entry.Key + ":providerName", StringComparison.Ordinal)
            )
            && ConnectionString.Pairs(entry.Value) is { } pairs
            && ConnectionString.HostOf(pairs) is { } host
            && !local.Contains(host)
            && !pairs.Any(p => IdentifierWords.Plain(p.Key) is "encrypt")
            ? "Encrypt=False"
            : null;
    }

    private static int? SecondsOfHsts(ConfigurationEntry entry)
    {
        if (!string.Equals(entry.Name, HstsHeader.Name, StringComparison.OrdinalIgnoreCase))
            return null;
        return HstsHeader.SecondsOf(entry.Value);
    }
}
