using System.Security.Authentication;

namespace SewerageBilling.Services;

/// <summary>収納代行会社の古い受付サーバとの接続。</summary>
public static class CollectionGateway
{
    public static HttpClientHandler CreateHandler() =>
        new()
        {
            SslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };

    public static string NewVerificationCode() => Random.Shared.Next(100_000, 999_999).ToString();
}
