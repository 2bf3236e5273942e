namespace PolicyKit.Policies;

/// <summary>A measure (対策).</summary>
/// <param name="Provision">Where it stands, with its paragraphs.</param>
/// <param name="Kind">Which of the guideline's nine kinds it is.</param>
public sealed record Measure(Provision Provision, MeasureKind Kind);
