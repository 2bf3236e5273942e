namespace PolicyKit.Forms;

/// <summary>A row, or a record, as it was read: values by their paths, and the cell where each would stand.</summary>
internal sealed class FormRow(string sheet)
{
    /// <summary>The name of the sheet.</summary>
    public string Sheet { get; set; } = sheet;
    public Dictionary<string, EnteredValue> Values { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, EnteredValue> Reasons { get; } = new(StringComparer.Ordinal);

    /// <summary>The cell for a path, also where nothing could be read from it.</summary>
    public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths whose cells hold what could not be read: they are not missing, too.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);
}
