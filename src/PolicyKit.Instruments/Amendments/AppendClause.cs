namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条に次の１項を加える.</summary>
internal sealed record AppendClause(IReadOnlyList<string> Path, IReadOnlyList<LegalNode> New, string Unit)
    : Clause(Path)
{
    public override IReadOnlyList<string> Lines => [.. New.SelectMany(n => n.AllLines())];
}
