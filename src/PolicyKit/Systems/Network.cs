using NodaTime;
using PolicyKit.Standards;

namespace PolicyKit.Systems;

/// <summary>The network models of the ministry guideline.</summary>
public enum NetworkModel
{
    /// <summary>αモデル.</summary>
    Alpha,

    /// <summary>α′モデル: αモデルに、クラウドへの限定した直接接続を加えたもの.</summary>
    AlphaPrime,

    /// <summary>βモデル.</summary>
    Beta,

    /// <summary>β′モデル.</summary>
    BetaPrime,
}

/// <summary>A part of the system and the zone it stands in.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Zone">The network zone (ネットワークの系).</param>
public sealed record Component(SystemId Id, string Name, ComponentKind Kind, NetworkZoneId Zone);

/// <summary>What a component is.</summary>
public enum ComponentKind
{
    /// <summary>サーバ.</summary>
    Server,

    /// <summary>端末.</summary>
    Terminal,

    /// <summary>ネットワーク機器.</summary>
    NetworkDevice,

    /// <summary>クラウドサービス.</summary>
    CloudService,

    /// <summary>記憶装置.</summary>
    Storage,

    /// <summary>その他.</summary>
    Other,
}

/// <summary>Data that goes from one zone to another.</summary>
/// <param name="From">The zone it leaves.</param>
/// <param name="To">The zone it enters.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Method">How it is sanitised (無害化).</param>
/// <param name="Assets">The assets that pass.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record Flow(
    NetworkZoneId From,
    NetworkZoneId To,
    string Purpose,
    SanitizationMethod Method,
    ValueList<SystemId> Assets,
    LocalDate ApprovedOn
);

/// <summary>How communication between zones is sanitised (無害化通信).</summary>
public enum SanitizationMethod
{
    /// <summary>メール本文のテキスト化.</summary>
    MailToText,

    /// <summary>画面転送.</summary>
    ScreenTransfer,

    /// <summary>ファイルの危険因子の除去 (CDR).</summary>
    FileCdr,

    /// <summary>ファイルの画像PDFへの変換.</summary>
    FileToImagePdf,

    /// <summary>無害化しない.</summary>
    None,
}

/// <summary>A destination that the α′ model lets terminals reach directly.</summary>
/// <param name="Host">The host; no wildcard.</param>
/// <param name="TenantRestriction">How other tenants of the service are shut out.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record LocalBreakout(string Host, string TenantRestriction, LocalDate ApprovedOn);

/// <summary>Which side opens a connection.</summary>
public enum ConnectionDirection
{
    /// <summary>システムから外へ.</summary>
    Outbound,

    /// <summary>外からシステムへ.</summary>
    Inbound,

    /// <summary>双方向.</summary>
    Both,
}

/// <summary>A host that the system connects to.</summary>
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
                && host.EndsWith(Host.Substring(1), StringComparison.OrdinalIgnoreCase)
                && host.Length > Host.Length - 1
            : string.Equals(Host, host, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Maintenance from outside (遠隔保守).</summary>
/// <param name="Party">Who.</param>
/// <param name="Method">How they come in.</param>
/// <param name="MultiFactor">Whether more than one factor is asked for.</param>
/// <param name="Log">How the work is recorded.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record RemoteMaintenance(string Party, string Method, bool MultiFactor, string Log, LocalDate ApprovedOn);

/// <summary>A wireless LAN.</summary>
/// <param name="Name">Its name (SSID).</param>
/// <param name="Encryption">The encryption.</param>
/// <param name="LogReview">How its access log is looked at.</param>
/// <param name="Firmware">How its firmware is kept current.</param>
public sealed record WirelessLan(string Name, WirelessEncryption Encryption, string LogReview, string Firmware);

/// <summary>Encryption of a wireless LAN.</summary>
public enum WirelessEncryption
{
    /// <summary>WPA2.</summary>
    Wpa2,

    /// <summary>WPA3.</summary>
    Wpa3,

    /// <summary>WPA2より弱いもの、または暗号化なし.</summary>
    Weaker,
}

/// <summary>A network or IoT device.</summary>
/// <param name="Name">Its name and model.</param>
/// <param name="Purpose">What it does.</param>
/// <param name="JcStar">The JC-STAR level, 0 (none) to 4.</param>
public sealed record Device(string Name, string Purpose, int JcStar);

/// <summary>Host names and addresses as declarations write them: labels separated by dots (an underscore is allowed in all but the last), or an IPv6 address.</summary>
internal static class HostShape
{
    public static bool IsHost(string text) => text.IndexOf(':') >= 0 ? IsIPv6(text) : IsName(text);

    private static bool IsIPv6(string text)
    {
        foreach (var c in text)
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or ':'))
                return false;
        return text.Length > text.IndexOf(':') + 1;
    }

    private static bool IsName(string text)
    {
        var labels = text.Split('.');
        for (var i = 0; i < labels.Length; i++)
            if (!IsLabel(labels[i], isLast: i == labels.Length - 1))
                return false;
        return true;
    }

    private static bool IsLabel(string label, bool isLast)
    {
        if (label.Length == 0)
            return false;
        for (var i = 0; i < label.Length; i++)
        {
            var c = label[i];
            if (c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                continue;
            // A hyphen stands inside; an underscore may begin a label and stand inside.
            if (c == '-' ? i == 0 || i == label.Length - 1 : c != '_' || isLast || (i == label.Length - 1 && i > 0))
                return false;
        }

        return true;
    }
}
