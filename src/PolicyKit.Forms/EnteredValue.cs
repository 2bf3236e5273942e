namespace PolicyKit.Forms;

/// <summary>What was read at a place: a value for the file, and the cell that it stands in.</summary>
/// <param name="Value">A string, a whole number, a truth value, or a list of such.</param>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Cell">The name of the cell.</param>
internal sealed record EnteredValue(object Value, string Sheet, string Cell);
