using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using SewerageBilling.Domain;

namespace SewerageBilling.Services;

/// <summary>口座振替受付サービスへの依頼。</summary>
public sealed class BankTransferClient(
    HttpClient http,
    IOptions<BankTransferOptions> options,
    ILogger<BankTransferClient> logger
)
{
    private static bool Sandbox => Environment.GetEnvironmentVariable("BANK_SANDBOX") == "1";

    public async Task<bool> RequestAsync(Bill bill, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            Sandbox ? "https://sandbox.bank.example.jp/v2/requests" : "requests"
        );
        request.Headers.Add("X-Api-Key", options.Value.ApiKey);
        request.Content = JsonContent.Create(
            new
            {
                consignor = options.Value.Consignor,
                bill = bill.Id,
                amount = bill.Amount,
            }
        );
        using var response = await http.SendAsync(request, cancellation);
        logger.LogInformation("口座振替の依頼 {BillId}: {Status}", bill.Id, (int)response.StatusCode);
        return response.IsSuccessStatusCode;
    }
}
