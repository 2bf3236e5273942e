namespace SewerageBilling.Services;

public sealed class BankTransferOptions
{
    /// <summary>委託者番号</summary>
    public string Consignor { get; set; } = "";

    /// <summary>APIキー</summary>
    public string ApiKey { get; set; } = "bt-7Hq2mZx91LwP";
}
