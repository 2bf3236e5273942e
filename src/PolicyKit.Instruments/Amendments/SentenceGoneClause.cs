namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条ただし書を削る.</summary>
internal sealed record SentenceGoneClause(IReadOnlyList<string> Path, string Sentence, string Piece) : Clause(Path);
