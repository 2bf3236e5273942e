namespace SewerageBilling.Domain;

/// <summary>一期分の調定。</summary>
public sealed class Bill
{
    public int Id { get; set; }

    public int ResidentId { get; set; }

    public Resident? Resident { get; set; }

    public int Year { get; set; }

    public int Period { get; set; }

    /// <summary>排水量 (立方メートル)</summary>
    public decimal Volume { get; set; }

    /// <summary>使用料 (円)</summary>
    public decimal Amount { get; set; }

    public BillState State { get; set; }
}

public enum BillState
{
    Assessed,
    Requested,
    Paid,
    Overdue,
}
