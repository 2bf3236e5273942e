namespace PolicyKit.Standards;

/// <summary>A strength and the last year in which it may be relied on.</summary>
/// <param name="Bits">The strength in bits.</param>
/// <param name="LastYear">The last year.</param>
public sealed record StrengthLimit(int Bits, int LastYear);
