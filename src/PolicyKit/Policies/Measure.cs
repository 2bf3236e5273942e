namespace PolicyKit.Policies;

/// <summary>A measure (対策).</summary>
/// <remarks>
/// One of the nine kinds of the ministry guideline’s chapters; a body’s own provisions beneath <c>measures</c> that are
/// none of them are measures.
/// </remarks>
/// <param name="Provision">Where it stands, with its paragraphs.</param>
/// <param name="Kind">Which of the guideline's nine kinds it is.</param>
public sealed record Measure(Provision Provision, MeasureKind Kind);
