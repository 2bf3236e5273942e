namespace PolicyKit.Forms;

/// <summary>
/// Where things stand in a sheet. Writer and reader share the words of the hidden first column; the reader takes rows
/// from where it finds them and relies on no number.
/// </summary>
internal static class Layout
{
    /// <summary>The hidden column that says what a line is for.</summary>
    public const int MachineColumn = 1;
    public const int FirstColumn = 2;
    public const int TitleRow = 1;
    public const int SubjectRow = 2;
    public const int NoteRow = 3;
    public const int FirstHeadRow = 4;

    /// <summary>Rows to fill in, below those that are filled.</summary>
    public const int BlankRows = 15;

    /// <summary>The last row that the rules of cells reach.</summary>
    public const int LastRuledRow = 2_000;

    /// <summary>Begins the mark of the line above the headers: <c>policykit:waivers:waivers</c>.</summary>
    public const string Mark = "policykit:";

    /// <summary>Begins the mark of a line for a member of the file itself.</summary>
    public const string Head = "head:";

    /// <summary>Marks the line for the reason why there is nothing to list.</summary>
    public const string Reason = "reason";

    /// <summary>Stands above the column that names the row of another table.</summary>
    public const string ParentKey = "^id";

    /// <summary>Marks the line that says which system a part is of.</summary>
    public const string Target = "target";

    public static string MarkOf(Form form, FormSheet sheet) => $"{Mark}{form.Name}:{FullPath(sheet)}";

    /// <summary>Where a sheet stands in the file, through the rows of other tables.</summary>
    public static string FullPath(FormSheet sheet) =>
        sheet.Parent is { } parent ? $"{FullPath(parent)}[].{sheet.Path}" : sheet.Path;
}
