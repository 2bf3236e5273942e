using NodaTime;
using PolicyKit.Standards;

namespace PolicyKit.Systems;

/// <summary>What a vendor declares about one system (納品物の申告).</summary>
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

    /// <summary>The first day of operation.</summary>
    public required LocalDate OperationFrom { get; init; }

    /// <summary>The last day of operation.</summary>
    public required LocalDate OperationUntil { get; init; }

    /// <summary>The network zones that its components stand in.</summary>
    public required ValueList<NetworkZoneId> Zones { get; init; }

    /// <summary>The information assets it handles.</summary>
    public required ValueList<InformationAsset> Assets { get; init; }

    /// <summary>Every host it connects to.</summary>
    public required ValueList<Connection> Connections { get; init; }

    /// <summary>The external services (外部サービス) it uses.</summary>
    public required ValueList<ExternalService> ExternalServices { get; init; }

    /// <summary>The endpoints that anybody may call, each with the reason.</summary>
    public required ValueList<PublicEndpoint> PublicEndpoints { get; init; }

    /// <summary>Whether a host is declared: exactly, or beneath a declared <c>*.</c> name. Case does not matter.</summary>
    public bool Declares(string host) => Connections.Any(c => c.Covers(host));

    /// <summary>Whether a route is declared as public. Case, leading slashes and route constraints do not matter.</summary>
    public bool DeclaresPublic(string route) => PublicEndpoints.Any(e => PublicEndpoint.Normalize(e.Route) == PublicEndpoint.Normalize(route));
}

/// <summary>The id of a system or of a part of one: lower-case, dotted or hyphenated.</summary>
public sealed record SystemId
{
    private SystemId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static SystemId? TryParse(string text) => IdShape.IsDotted(text) ? new SystemId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>An information asset (情報資産) with its classification.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Confidentiality">自治体機密性.</param>
/// <param name="Integrity">完全性.</param>
/// <param name="Availability">可用性.</param>
public sealed record InformationAsset(SystemId Id, string Name, Confidentiality Confidentiality, Integrity Integrity, Availability Availability);

/// <summary>自治体機密性の分類. Ordered: a greater value needs more care.</summary>
public enum Confidentiality
{
    /// <summary>自治体機密性1.</summary>
    Level1,
    /// <summary>自治体機密性2.</summary>
    Level2,
    /// <summary>自治体機密性3C.</summary>
    Level3C,
    /// <summary>自治体機密性3B.</summary>
    Level3B,
    /// <summary>自治体機密性3A.</summary>
    Level3A,
}

/// <summary>完全性の分類. Ordered.</summary>
public enum Integrity
{
    /// <summary>完全性1.</summary>
    Level1,
    /// <summary>完全性2.</summary>
    Level2,
}

/// <summary>可用性の分類. Ordered.</summary>
public enum Availability
{
    /// <summary>可用性1.</summary>
    Level1,
    /// <summary>可用性2.</summary>
    Level2,
}

/// <summary>A host that the system connects to.</summary>
/// <param name="Host">A host name or address; <c>*.example.jp</c> covers every name beneath example.jp.</param>
/// <param name="Port">The port, 1 to 65535; null for the scheme's own.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Zone">The zone it leaves from; null when the system has only one.</param>
/// <param name="Service">The external service behind it; null when it is none.</param>
/// <param name="Assets">The assets that pass.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record Connection(string Host, int? Port, string Purpose, NetworkZoneId? Zone, SystemId? Service, ValueList<SystemId> Assets, LocalDate ApprovedOn)
{
    /// <summary>Whether this declaration covers a host.</summary>
    public bool Covers(string host) =>
        Host.StartsWith("*.", StringComparison.Ordinal)
            ? host is not null && host.EndsWith(Host.Substring(1), StringComparison.OrdinalIgnoreCase) && host.Length > Host.Length - 1
            : string.Equals(Host, host, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An external service (外部サービス).</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Who runs it.</param>
public sealed record ExternalService(SystemId Id, string Name, string Provider);

/// <summary>An endpoint that anybody may call.</summary>
/// <param name="Route">The route as the code writes it.</param>
/// <param name="Reason">Why it needs no authorization.</param>
public sealed record PublicEndpoint(string Route, string Reason)
{
    internal static string Normalize(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{\*{0,2}(?<name>[^}:=?]+)[^}]*\}", "{${name}}").Trim('/').ToLowerInvariant();
}
