using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Reads the rows of a table. Columns are found by their titles, in whatever order they stand.</summary>
internal sealed class TableReading(FormSheet form, ReadSheet sheet, bool from1904, List<CellProblem> problems)
{
    private readonly Dictionary<int, FormField> _columns = [];
    private int _header;

    public List<FormRow> Read()
    {
        var mark = FormFinder.MarkOf(sheet);
        _header = mark is null ? FormFinder.HeaderRow(sheet, form)!.Value : HeaderBelow(mark.Row);
        FindColumns(mark?.Row);
        foreach (var field in Expected().Where(f => !_columns.ContainsValue(f)))
            Tell(
                field.IsRequired ? Severity.Error : Severity.Warning,
                null,
                FormsMessages.Say("forms.missing-column", field.Title)
            );
        TellMerged();
        var rows = new List<FormRow>();
        var hidden = 0;
        foreach (var (number, cells) in sheet.Rows.Where(r => r.Key > _header))
        {
            if (Row(number, cells) is not { } row)
                continue;
            rows.Add(row);
            hidden += sheet.HiddenRows.Contains(number) ? 1 : 0;
        }

        if (hidden > 0)
            Tell(Severity.Warning, null, FormsMessages.Say("forms.hidden-rows", hidden));
        return rows;
    }

    private IEnumerable<FormField> Expected() =>
        form.Parent is null ? form.Fields : form.Fields.Prepend(KeyOf(form.Parent));

    /// <summary>The column of a table that names the row of another.</summary>
    public static FormField KeyOf(FormSheet parent) =>
        new(
            Layout.ParentKey,
            new BilingualText($"{parent.Title.Japanese}のID", $"{parent.Title.English}: id"),
            new BilingualText("どの行に属するか", "Which row it belongs to"),
            new ScalarShape(ScalarKind.Name),
            IsRequired: true,
            MayNotApply: false
        );

    // The line below the mark; blank lines that were put between do not count.
    private int HeaderBelow(int mark) => sheet.Rows.Keys.Where(r => r > mark).DefaultIfEmpty(mark + 1).First();

    // What people see decides: the title, and only for a title that is unknown the hidden path above it.
    private void FindColumns(int? mark)
    {
        var expected = Expected().ToList();
        var headers = sheet.Rows.TryGetValue(_header, out var cells) ? cells : [];
        foreach (var (column, cell) in headers)
        {
            if (cell.Text.StartsWith(Layout.Mark, StringComparison.Ordinal))
                continue;
            var path = mark is { } row ? sheet.At(row, column)?.Text : null;
            var field =
                expected.Find(f => f.Path == path && FormFinder.IsTitle(cell.Text, f))
                ?? expected.Find(f => FormFinder.IsTitle(cell.Text, f))
                ?? expected.Find(f => f.Path == path);
            if (field is null)
                TellUnknown(column, cell);
            else if (_columns.ContainsValue(field))
                Tell(Severity.Error, cell, FormsMessages.Say("forms.column-twice", field.Title));
            else
                _columns.Add(column, field);
        }
    }

    private void TellUnknown(int column, ReadCell header)
    {
        if (sheet.Rows.Any(r => r.Key > _header && r.Value.ContainsKey(column)))
            Tell(Severity.Warning, header, FormsMessages.Say("forms.unknown-column", SecretShapes.Masked(header.Text)));
    }

    // Of merged cells only the first has a value: which rows the others meant is for people to say.
    private void TellMerged()
    {
        foreach (var range in sheet.Merged.Where(m => m.LastRow > _header && m.Row <= Layout.LastRuledRow))
            if (_columns.Keys.Any(c => c >= range.Column && c <= range.LastColumn))
                problems.Add(
                    new CellProblem(Severity.Error, sheet.Name, range.Name, FormsMessages.Say("forms.merged"))
                );
    }

    private FormRow? Row(int number, SortedDictionary<int, ReadCell> cells)
    {
        var row = new FormRow(sheet.Name);
        foreach (var (column, field) in _columns)
        {
            row.Cells[field.Path] = CellNames.Of(number, column);
            if (cells.TryGetValue(column, out var cell))
                Take(row, cell, field);
        }

        foreach (var (column, cell) in cells)
            if (
                !_columns.ContainsKey(column)
                && !string.IsNullOrWhiteSpace(cell.Text)
                && sheet.At(_header, column) is null
            )
                Tell(Severity.Warning, cell, FormsMessages.Say("forms.outside"));
        return row.Values.Count + row.Unread.Count > 0 ? row : null;
    }

    private void Take(FormRow row, ReadCell cell, FormField field)
    {
        var value = CellReading.Of(cell, field, from1904, out var problem);
        if (value is not null)
            row.Values[field.Path] = new EnteredValue(value, sheet.Name, cell.Name);
        if (problem is null)
            return;
        row.Unread.Add(field.Path);
        Tell(Severity.Error, cell, problem);
    }

    private void Tell(Severity severity, ReadCell? cell, LocalizedMessage message) =>
        problems.Add(new CellProblem(severity, sheet.Name, cell?.Name, message));
}
