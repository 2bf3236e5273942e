namespace PolicyKit.Forms.Workbooks;

/// <summary>The kinds of rule.</summary>
internal enum CellRuleKind
{
    /// <summary>Anything; only the prompt is shown.</summary>
    Any,
    List,
    Date,
    Integer,
}
