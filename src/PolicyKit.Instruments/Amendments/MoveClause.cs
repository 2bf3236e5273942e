namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条を第４条とする.</summary>
internal sealed record MoveClause(IReadOnlyList<string> Path, string To) : Clause(Path);
