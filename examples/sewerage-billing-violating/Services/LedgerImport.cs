using PolicyKit.Annotations;

namespace SewerageBilling.Services;

/// <summary>Takes the statements of the bank into the ledger, which stands in the LGWAN zone.</summary>
[NetworkZone("lgwan")]
public sealed class LedgerImport(HttpClient http)
{
    public Task<byte[]> StatementAsync() =>
        http.GetByteArrayAsync("https://transfer.bank.example.jp/v1/statement.xlsx");
}
