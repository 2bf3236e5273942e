using PolicyKit.Annotations;

namespace SewerageBilling.Domain;

/// <summary>口座振替の名義人。</summary>
public sealed class Payer
{
    public int Id { get; set; }

    public required Resident Resident { get; set; }

    /// <summary>個人番号</summary>
    [Confidentiality3A]
    public string? MyNumber { get; set; }
}
