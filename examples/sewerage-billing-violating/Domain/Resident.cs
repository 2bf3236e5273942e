using PolicyKit.Annotations;

namespace SewerageBilling.Domain;

/// <summary>使用者。水栓番号で識別する。</summary>
public sealed class Resident
{
    public int Id { get; set; }

    /// <summary>水栓番号</summary>
    [Confidentiality3B]
    public required string MeterNumber { get; set; }

    /// <summary>氏名</summary>
    [Confidentiality3B]
    public required string FullName { get; set; }

    /// <summary>住所</summary>
    public required string Address { get; set; }

    public List<Bill> Bills { get; } = [];
}
