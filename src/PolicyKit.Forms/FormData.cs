namespace PolicyKit.Forms;

/// <summary>All that was read from the sheets of a form.</summary>
internal sealed class FormData
{
    /// <summary>The members of the file itself.</summary>
    public FormRow Root { get; set; } = new("");

    /// <summary>The rows of each table.</summary>
    public Dictionary<FormSheet, List<FormRow>> Tables { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The system that a part is of, as the sheet says; null when it says nothing.</summary>
    public EnteredValue? Target { get; set; }
}
