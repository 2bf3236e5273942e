namespace SewerageBilling.Services;

public sealed class BankTransferOptions
{
    /// <summary>委託者番号</summary>
    public string Consignor { get; set; } = "";

    /// <summary>APIキー。環境変数 BankTransfer__ApiKey から読む。</summary>
    public string ApiKey { get; set; } = "";
}
