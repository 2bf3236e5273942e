namespace PolicyKit.Forms.Workbooks;

/// <summary>What a cell holds.</summary>
internal enum ReadCellKind
{
    Text,
    Number,
    Flag,

    /// <summary>The result of a formula that failed: <c>#N/A</c>.</summary>
    Error,
}
