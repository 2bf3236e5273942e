using SewerageBilling.Domain;

namespace SewerageBilling.Services;

/// <summary>使用者への通知。</summary>
public sealed class ResidentNotices(ILogger<ResidentNotices> logger)
{
    public void Send(Resident resident)
    {
        var line = $"{resident.FullName} 様に通知します";
        logger.LogInformation("{Line}", line);
        if (resident.Bills.Count == 0)
            throw new InvalidOperationException($"水栓番号 {resident.MeterNumber} には調定がありません");
    }

    public static Uri HistoryOf(Resident resident) => new($"/history?number={resident.MeterNumber}", UriKind.Relative);
}
