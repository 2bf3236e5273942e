namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条に次のただし書を加える, 後段として次のように加える.</summary>
internal sealed record SentenceClause(IReadOnlyList<string> Path, string Sentence, bool IsProviso) : Clause(Path)
{
    public override IReadOnlyList<string> Lines => ["\u3000\u3000" + Sentence];
}
