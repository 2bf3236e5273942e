namespace PolicyKit.Instruments.Amendments;

/// <summary>第５条から第７条までを１条ずつ繰り下げる.</summary>
internal sealed record RangeMoveClause(
    IReadOnlyList<string> Path,
    IReadOnlyList<(string From, string To)> Moves,
    int By,
    bool IsDown,
    string Unit
) : Clause(Path);
