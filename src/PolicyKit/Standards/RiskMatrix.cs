namespace PolicyKit.Standards;

/// <summary>The body's own matrix of likelihood and impact.</summary>
/// <remarks>
/// Likelihood and impact count from 1. Rows may not differ in length, and every level in them is one of <c>Levels</c>.
/// </remarks>
/// <param name="Levels">The levels of risk, the least first.</param>
/// <param name="Rows">One row for each likelihood from 1, with the level for each impact from 1.</param>
/// <param name="AcceptedUpTo">The highest level that needs no further measure.</param>
public sealed record RiskMatrix(ValueList<string> Levels, ValueList<ValueList<string>> Rows, string AcceptedUpTo)
{
    /// <summary>The level of a risk; null when likelihood or impact is not in the matrix.</summary>
    public string? LevelOf(int likelihood, int impact) =>
        likelihood >= 1 && likelihood <= Rows.Count && impact >= 1 && impact <= Rows[likelihood - 1].Count
            ? Rows[likelihood - 1][impact - 1]
            : null;

    /// <summary>Whether a level needs no further measure. A level that is not in the matrix does.</summary>
    public bool Accepts(string level) => IndexOf(level) is var index and >= 0 && index <= IndexOf(AcceptedUpTo);

    private int IndexOf(string level)
    {
        for (var i = 0; i < Levels.Count; i++)
            if (Levels[i] == level)
                return i;
        return -1;
    }
}
