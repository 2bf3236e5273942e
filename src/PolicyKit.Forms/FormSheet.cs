using PolicyKit.Forms.Shapes;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>
/// One sheet of a form: a table with a row for each object, or one object with a line for each member.
/// </summary>
/// <param name="Title">The name of the sheet.</param>
/// <param name="Path">Where its value is from the root, with dots; empty for the root itself.</param>
/// <param name="Row">What a row, or the record, holds.</param>
/// <param name="IsTable">Whether it is a table.</param>
/// <param name="MayNotApply">Whether a reason may stand in place of the table.</param>
/// <param name="Fields">The columns or lines.</param>
internal sealed record FormSheet(
    BilingualText Title,
    string Path,
    RecordShape Row,
    bool IsTable,
    bool MayNotApply,
    ValueList<FormField> Fields
)
{
    /// <summary>The table whose rows this table belongs to: its first column names the row by its id.</summary>
    public FormSheet? Parent { get; init; }

    /// <summary>What stands above a table and is of the file, not of a row.</summary>
    public ValueList<FormField> Head { get; init; } = ValueList<FormField>.Empty;
}
