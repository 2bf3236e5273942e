using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Something that is wrong, or to be known, at a place of a workbook.</summary>
/// <param name="Severity">An error keeps the sheet from being taken.</param>
/// <param name="Sheet">The name of the sheet; null for the whole file.</param>
/// <param name="Cell">The name of the cell, for example <c>C7</c>; null for the whole sheet.</param>
/// <param name="Message">What it is.</param>
internal sealed record CellProblem(Severity Severity, string? Sheet, string? Cell, LocalizedMessage Message);
