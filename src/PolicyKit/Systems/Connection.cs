using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A host that the system connects to.</summary>
/// <remarks>
/// Ports are 1 to 65535. Host names are compared without regard to case; <c>*.example.jp</c> does not cover example.jp
/// itself. A wildcard beneath a name that is nobody's own (<c>*.com</c>, <c>*.lg.jp</c>) covers nothing.
/// </remarks>
/// <param name="Host">A host name or address; <c>*.example.jp</c> covers every name beneath example.jp.</param>
/// <param name="Port">The port, 1 to 65535; null for the scheme's own.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Zone">The zone it leaves from; null when the system has only one.</param>
/// <param name="Service">The external service behind it; null when it is none.</param>
/// <param name="Assets">The assets that pass.</param>
/// <param name="Direction">Which side opens it.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record Connection(
    string Host,
    int? Port,
    string Purpose,
    NetworkZoneId? Zone,
    SystemId? Service,
    ValueList<SystemId> Assets,
    ConnectionDirection Direction,
    LocalDate ApprovedOn
)
{
    /// <summary>Whether this declaration covers a host.</summary>
    public bool Covers(string host) =>
        Host.StartsWith("*.", StringComparison.Ordinal)
            ? host is not null
                && HostShape.CanHaveHolder(Host.Substring(2))
                && host.EndsWith(Host.Substring(1), StringComparison.OrdinalIgnoreCase)
                && host.Length > Host.Length - 1
            : string.Equals(Host, host, StringComparison.OrdinalIgnoreCase);
}
