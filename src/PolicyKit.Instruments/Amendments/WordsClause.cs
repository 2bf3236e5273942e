namespace PolicyKit.Instruments.Amendments;

/// <summary>「A」を「B」に改める, in one or several provisions.</summary>
/// <param name="Paths">The citations; the same changes are made in each.</param>
/// <param name="Changes">The changes, in the order of the text.</param>
internal sealed record WordsClause(IReadOnlyList<IReadOnlyList<string>> Paths, IReadOnlyList<WordChange> Changes)
    : Clause(Paths[0])
{
    /// <summary>Whether the headings are meant too.</summary>
    public bool HasHeading { get; init; }

    /// <summary>Whether only the heading is meant.</summary>
    public bool IsHeading { get; init; }
}
