namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条を削る.</summary>
internal sealed record DeleteClause(IReadOnlyList<string> Path) : Clause(Path);
