namespace PolicyKit.Standards;

/// <summary>A condition under which a framework does not bind a body: together with the others, or alone.</summary>
/// <param name="Id">Its id, by which a body states whether it holds.</param>
/// <param name="Title">The condition, in Japanese.</param>
/// <param name="EnglishTitle">The condition, in English; null where nobody has translated it.</param>
public sealed record CrosswalkCondition(FrameworkId Id, string Title, string? EnglishTitle)
{
    /// <summary>
    /// Whether it is enough alone (「A であつて、かつ、B であるもの及び C」: A and B together, C alone). Nobody need state that
    /// it does not hold.
    /// </summary>
    public bool IsEnoughAlone { get; init; }
}
