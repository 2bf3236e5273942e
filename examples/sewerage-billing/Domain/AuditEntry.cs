namespace SewerageBilling.Domain;

/// <summary>監査証跡の一件。誰が、いつ、何をしたか。</summary>
public sealed class AuditEntry
{
    public int Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string User { get; set; }

    public required string Operation { get; set; }

    public int ResidentId { get; set; }
}
