namespace PolicyKit.Instruments.Amendments;

/// <summary>One thing that an amending text does.</summary>
/// <param name="Path">The citation of what it is done to, from the top, as it is called then.</param>
internal abstract record Clause(IReadOnlyList<string> Path)
{
    /// <summary>The lines that follow 次のように; empty where there are none.</summary>
    public virtual IReadOnlyList<string> Lines => [];
}
