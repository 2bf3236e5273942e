using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>
/// Reads lines that are marked in the hidden first column: those of a record, and those above a table.
/// </summary>
internal sealed class RecordReading(ReadSheet sheet, bool from1904, List<CellProblem> problems)
{
    private const int Entry = Layout.FirstColumn + 1;
    private const int Reason = Layout.FirstColumn + 2;

    /// <summary>The lines of a record sheet.</summary>
    public void Record(FormSheet form, FormRow into)
    {
        var lines = Marked();
        foreach (var field in form.Fields)
        {
            if (!lines.TryGetValue(field.Path, out var row))
                continue;
            into.Cells[field.Path] = CellNames.Of(row, Entry);
            Take(into, into.Values, field.Path, sheet.At(row, Entry), field);
            if (field.MayNotApply)
                Take(into, into.Reasons, field.Path, sheet.At(row, Reason), field with { Shape = Text });
        }
    }

    /// <summary>The lines above a table, and those of the last sheet: members of the file itself.</summary>
    public void Head(FormRow into, IEnumerable<FormField> members)
    {
        foreach (var field in members)
            if (Line(Layout.Head + field.Path, field) is { } row)
            {
                into.Cells[field.Path] = CellNames.Of(row, Entry);
                Take(into, into.Values, field.Path, sheet.At(row, Entry), field);
            }
    }

    /// <summary>The reason above a table why there is nothing in it.</summary>
    public void ReasonOf(FormSheet form, FormRow into)
    {
        if (Marked().TryGetValue(Layout.Reason, out var row))
            Take(into, into.Reasons, form.Path, sheet.At(row, Entry), Plain(form.Title));
    }

    /// <summary>The system that the sheet says it is of.</summary>
    public EnteredValue? Target() =>
        Marked().TryGetValue(Layout.Target, out var row) && sheet.At(row, Entry) is { } cell
            ? new EnteredValue(cell.Text.Trim(), sheet.Name, cell.Name)
            : null;

    private static FormField Plain(BilingualText title) => new("", title, title, Text, false, false);

    private static Shapes.ScalarShape Text { get; } = new(Shapes.ScalarKind.Text);

    // Without its mark, a line is known by its label.
    private int? Line(string mark, FormField field)
    {
        if (Marked().TryGetValue(mark, out var row))
            return row;
        var label = sheet
            .Rows.Values.Select(r => r.TryGetValue(Layout.FirstColumn, out var cell) ? cell : null)
            .FirstOrDefault(c => c is not null && FormFinder.IsTitle(c.Text, field));
        return label is not null && FormFinder.MarkOf(sheet) is null ? label.Row : null;
    }

    private Dictionary<string, int> Marked()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, cells) in sheet.Rows)
            if (cells.TryGetValue(Layout.MachineColumn, out var cell))
                lines.TryAdd(cell.Text, number);
        return lines;
    }

    private void Take(FormRow row, Dictionary<string, EnteredValue> into, string path, ReadCell? cell, FormField field)
    {
        if (cell is null || (string.IsNullOrWhiteSpace(cell.Text) && !cell.HasFormula))
            return;
        var value = CellReading.Of(cell, field, from1904, out var problem);
        if (value is not null)
            into[path] = new EnteredValue(value, sheet.Name, cell.Name);
        if (problem is null)
            return;
        row.Unread.Add(path);
        problems.Add(new CellProblem(Severity.Error, sheet.Name, cell.Name, problem));
    }
}
