namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条を削る.</summary>
internal sealed record DeleteClause(IReadOnlyList<string> Path) : Clause(Path)
{
    /// <summary>The neighbours that go with it, in their order.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
