namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条を次のように改める.</summary>
internal sealed record ReplaceClause(IReadOnlyList<string> Path, LegalNode New) : Clause(Path)
{
    public override IReadOnlyList<string> Lines => [.. New.AllLines()];
}
