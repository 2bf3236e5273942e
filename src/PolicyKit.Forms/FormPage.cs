using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Writes one sheet of a form.</summary>
internal sealed class FormPage(
    Form form,
    FormSheet sheet,
    SheetNames names,
    ChoiceLists lists,
    MessageLanguage language,
    List<CellProblem> problems
)
{
    private readonly SheetDraft _draft = new(names.Of(sheet)) { IsProtected = true };

    public SheetDraft Make(JsonValue? root, string subject)
    {
        _draft.Columns[Layout.MachineColumn] = new ColumnDraft(2, IsHidden: true);
        if (sheet.IsTable)
            Table(root, subject);
        else
            Record(root, subject);
        return _draft;
    }

    private void Table(JsonValue? root, string subject)
    {
        var columns = sheet.Parent is null
            ? sheet.Fields
            : sheet.Fields.Prepend(TableReading.KeyOf(sheet.Parent)).ToValueList();
        var last = Layout.FirstColumn + columns.Count - 1;
        PageTop.Put(_draft, form, sheet, subject, Math.Max(last, Layout.FirstColumn + 3), language);
        var row = Layout.FirstHeadRow;
        foreach (var field in sheet.Head.Where(f => f.Path != "$schema"))
            HeadLine(row++, Layout.Head + field.Path, field, Value(root, field.Path));
        if (sheet.MayNotApply)
            HeadLine(row++, Layout.Reason, ReasonField(), JsonPath.Reason(Value(root, sheet.Path)));
        _draft.Put(row, Layout.MachineColumn, Layout.MarkOf(form, sheet), CellStyle.Machine);
        _draft.HiddenRows.Add(row++);
        _draft.HeaderRow = row;
        for (var i = 0; i < columns.Count; i++)
            Column(columns[i], Layout.FirstColumn + i, row);
        var rows = TableRows.Of(root, sheet).ToList();
        foreach (var (key, value) in rows)
        {
            row++;
            for (var i = 0; i < columns.Count; i++)
                Put(
                    row,
                    Layout.FirstColumn + i,
                    columns[i],
                    columns[i].Path == Layout.ParentKey ? key : Value(value, columns[i].Path)
                );
        }

        for (var blank = 0; blank < Layout.BlankRows; blank++)
        {
            row++;
            for (var i = 0; i < columns.Count; i++)
                Put(row, Layout.FirstColumn + i, columns[i], null);
        }

        _draft.Filter = CellNames.Range(_draft.HeaderRow, Layout.FirstColumn, row, last);
        _draft.DigitsAreText = CellNames.Range(_draft.HeaderRow + 1, Layout.FirstColumn, Layout.LastRuledRow, last);
    }

    private static FormField ReasonField() =>
        new(
            Layout.Reason,
            new BilingualText("該当しない理由", "Reason if none"),
            new BilingualText("一件もないときに理由を書く", "Write the reason if there is nothing to list"),
            new ScalarShape(ScalarKind.Text),
            IsRequired: false,
            MayNotApply: false
        );

    private void HeadLine(int row, string mark, FormField field, JsonValue? value)
    {
        _draft.Put(row, Layout.MachineColumn, mark, CellStyle.Machine);
        _draft.Put(row, Layout.FirstColumn, Titles.Of(field, language), CellStyle.Label);
        Put(row, Layout.FirstColumn + 1, field, value);
        _draft.Put(row, Layout.FirstColumn + 2, new CellDraft(CellStyle.Text));
        _draft.Merged.Add(CellNames.Range(row, Layout.FirstColumn + 1, row, Layout.FirstColumn + 2));
        Rule(field, CellNames.Of(row, Layout.FirstColumn + 1));
    }

    private void Column(FormField field, int column, int row)
    {
        _draft.Columns[column] = new ColumnDraft(Titles.WidthOf(field), FreeStyleOf(field));
        _draft.Put(row - 1, column, field.Path, CellStyle.Machine);
        _draft.Put(
            row,
            column,
            Titles.Of(field, language),
            field.IsRequired ? CellStyle.RequiredHeader : CellStyle.Header
        );
        _draft.Heights[row] = 34;
        var range = CellNames.Range(row + 1, column, Layout.LastRuledRow, column);
        if (field.Path == Layout.ParentKey)
            _draft.Rules.Add(Titles.Rule(field, range, CellRuleKind.List, ParentIds(), language));
        else
            Rule(field, range);
    }

    private static CellStyle FreeStyleOf(FormField field) =>
        CellWriting.StyleOf(field) switch
        {
            CellStyle.Date => CellStyle.FreeDate,
            CellStyle.Number => CellStyle.FreeNumber,
            _ => CellStyle.Free,
        };

    // The ids in the parent's sheet: its first column below its header.
    private string ParentIds()
    {
        var parent = sheet.Parent!;
        var first =
            Layout.FirstHeadRow + parent.Head.Count(f => f.Path != "$schema") + (parent.MayNotApply ? 1 : 0) + 2;
        var column = CellNames.Column(Layout.FirstColumn + parent.Fields.ToList().FindIndex(f => f.Path == "id"));
        return FormattableString.Invariant($"'{names.Of(parent)}'!${column}${first}:${column}${Layout.LastRuledRow}");
    }

    private void Record(JsonValue? root, string subject)
    {
        double[] widths = [30, 50, 34, 56];
        for (var i = 0; i < widths.Length; i++)
            _draft.Columns[Layout.FirstColumn + i] = new ColumnDraft(widths[i]);
        PageTop.Put(_draft, form, sheet, subject, Layout.FirstColumn + 3, language);
        var row = Layout.FirstHeadRow;
        _draft.Put(row, Layout.MachineColumn, Layout.MarkOf(form, sheet), CellStyle.Machine);
        _draft.HeaderRow = row;
        string[] headers = ["item", "entry", "not-applicable", "help"];
        for (var i = 0; i < headers.Length; i++)
            _draft.Put(row, Layout.FirstColumn + i, FormsMessages.Label(headers[i], language), CellStyle.Header);
        foreach (var field in sheet.Fields.Where(f => f.Path != "$schema"))
            RecordLine(++row, field, Value(root, field.Path));
        _draft.DigitsAreText = CellNames.Range(
            _draft.HeaderRow + 1,
            Layout.FirstColumn + 1,
            row,
            Layout.FirstColumn + 2
        );
    }

    private void RecordLine(int row, FormField field, JsonValue? value)
    {
        _draft.Put(row, Layout.MachineColumn, field.Path, CellStyle.Machine);
        var isHeading = field.Shape is null;
        var indent = field.Path.Contains('.', StringComparison.Ordinal) ? "　" : "";
        _draft.Put(
            row,
            Layout.FirstColumn,
            indent + Titles.Of(field, language),
            isHeading ? CellStyle.Heading : CellStyle.Fixed
        );
        var reason = JsonPath.Reason(value);
        if (isHeading)
            _draft.Put(row, Layout.FirstColumn + 1, new CellDraft(CellStyle.Heading));
        else
        {
            Put(row, Layout.FirstColumn + 1, field, reason is null ? value : null);
            Rule(field, CellNames.Of(row, Layout.FirstColumn + 1));
        }

        if (field.MayNotApply)
            Put(row, Layout.FirstColumn + 2, ReasonField(), reason);
        else
            _draft.Put(row, Layout.FirstColumn + 2, new CellDraft(isHeading ? CellStyle.Heading : CellStyle.Fixed));
        _draft.Put(
            row,
            Layout.FirstColumn + 3,
            field.Help.In(language),
            isHeading ? CellStyle.Heading : CellStyle.Plain
        );
    }

    private void Put(int row, int column, FormField field, JsonValue? value)
    {
        _draft.Put(row, column, CellWriting.Of(field, value, language, out var problem));
        if (problem is not null)
            problems.Add(new CellProblem(Severity.Error, _draft.Name, CellNames.Of(row, column), problem));
    }

    private void Rule(FormField field, string range)
    {
        var scalar = field.Scalar!;
        // A cell of several lines cannot be chosen from a list.
        var kind = field.Shape is ListShape ? CellRuleKind.Any : Titles.RuleOf(scalar.Kind);
        var source = kind == CellRuleKind.List ? lists.RangeOf(scalar) : null;
        _draft.Rules.Add(Titles.Rule(field, range, kind, source, language));
    }

    private static JsonValue? Value(JsonValue? from, string path) =>
        from is { } value ? JsonPath.Find(value, path) : null;
}
