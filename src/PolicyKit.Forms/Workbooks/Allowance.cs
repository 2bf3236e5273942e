namespace PolicyKit.Forms.Workbooks;

/// <summary>What may still be read of a package.</summary>
internal sealed class Allowance
{
    /// <summary>The most bytes that all parts may unpack to: a register of 10,000 rows has less.</summary>
    public const int MostBytes = 64_000_000;

    /// <summary>The most cells with content.</summary>
    public const int MostCells = 1_000_000;

    private long _bytes = MostBytes;
    private int _cells = MostCells;

    /// <exception cref="WorkbookTooLargeException">The package unpacks to more than it may.</exception>
    public void Take(int bytes)
    {
        if ((_bytes -= bytes) < 0)
            throw new WorkbookTooLargeException();
    }

    /// <exception cref="WorkbookTooLargeException">There are more cells than there may be.</exception>
    public void TakeCell()
    {
        if (--_cells < 0)
            throw new WorkbookTooLargeException();
    }
}
