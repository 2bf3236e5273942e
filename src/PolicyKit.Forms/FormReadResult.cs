namespace PolicyKit.Forms;

/// <summary>What became of a workbook that was read back.</summary>
/// <param name="Form">The form; null when the workbook is none.</param>
/// <param name="Json">The file; null when something could not be read.</param>
/// <param name="Problems">What could not be read, and what is to be known, in the order of the sheets.</param>
internal sealed record FormReadResult(Form? Form, string? Json, IReadOnlyList<CellProblem> Problems);
