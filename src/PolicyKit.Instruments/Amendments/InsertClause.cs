namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条の次に次の１条を加える.</summary>
/// <param name="Path">The citation of the neighbour.</param>
/// <param name="IsAfter">次に, or 前に.</param>
/// <param name="New">What is added.</param>
/// <param name="Unit">What is counted: １条.</param>
internal sealed record InsertClause(IReadOnlyList<string> Path, bool IsAfter, IReadOnlyList<LegalNode> New, string Unit)
    : Clause(Path)
{
    public override IReadOnlyList<string> Lines => [.. New.SelectMany(n => n.AllLines())];
}
