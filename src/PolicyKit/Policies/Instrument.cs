namespace PolicyKit.Policies;

/// <summary>
/// The legal instrument (訓令, 告示, 規則 …) that a policy was issued as, and what is printed before its provisions.
/// </summary>
public sealed record Instrument
{
    /// <summary>What kind of instrument it is; null where the text does not say.</summary>
    public InstrumentKind? Kind { get; init; }

    /// <summary>The numbers (令番号), one for each organ that adopted it.</summary>
    public ValueList<InstrumentNumber> Numbers { get; init; } = ValueList<InstrumentNumber>.Empty;

    /// <summary>
    /// The format that the text was imported from, whose marks its layouts hold; null where it was not.
    /// </summary>
    public SourceFormat? Source { get; init; }

    /// <summary>The lines before the first provision, in their order.</summary>
    public ValueList<FrontLine> Front { get; init; } = ValueList<FrontLine>.Empty;
}
