using System.Net.Http.Json;
using PolicyKit.Annotations;
using SewerageBilling.Domain;

namespace SewerageBilling.Services;

/// <summary>口座振替受付サービスへの名義人の登録。</summary>
[ExternalService("bank-transfer")]
public sealed class PayerRegistration(HttpClient http)
{
    public Task RegisterAsync(Payer payer, CancellationToken cancellation) =>
        http.PostAsJsonAsync("payers", new { payer.Id, name = payer.Resident.FullName }, cancellation);
}
