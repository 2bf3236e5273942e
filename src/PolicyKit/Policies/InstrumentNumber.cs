namespace PolicyKit.Policies;

/// <summary>A number of an instrument (令番号).</summary>
/// <param name="Printed">As printed, for example 訓令第3号.</param>
/// <param name="Organ">The organ whose number it is; null where the number stands alone.</param>
public sealed record InstrumentNumber(string Printed, string? Organ);
