using System.Net;
using System.Net.Mail;

namespace SewerageBilling.Services;

/// <summary>検針業者の置き場から検針データを取り込む。</summary>
public sealed class MeterReadingImporter(ILogger<MeterReadingImporter> logger)
{
    private const string Host = "ftp.meter-reading.example.jp";
    private const string FtpPassword = "kenshin-2025";

    public async Task ImportAsync(CancellationToken cancellation)
    {
        using var handler = new HttpClientHandler { Credentials = new NetworkCredential("moroyama", FtpPassword) };
        using var http = new HttpClient(handler);
        var readings = await http.GetStringAsync($"https://{Host}/readings.csv", cancellation);
        logger.LogInformation("検針データ {Length} 文字を取り込みました", readings.Length);
        using var mail = new SmtpClient("smtp.office.example.jp", 587);
        mail.Credentials = new NetworkCredential("billing@office.example.jp", "Gesuido!58");
        await mail.SendMailAsync(
            "billing@office.example.jp",
            "clerk@office.example.jp",
            "検針データ",
            $"{readings.Length} 文字を取り込みました",
            cancellation
        );
    }
}
