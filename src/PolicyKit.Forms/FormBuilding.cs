using System.Globalization;
using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>
/// Makes the file of what was read, in the order of the schema, and keeps which cell each value came from.
/// </summary>
internal sealed class FormBuilding(Form form, FormData data, List<CellProblem> problems)
{
    private readonly JsonWriter _json = new();

    /// <summary>The cell that a value of the file came from, by its JSON Pointer.</summary>
    public Dictionary<string, (string Sheet, string? Cell)> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The whole file.</summary>
    public string File()
    {
        Record(form.Root, data.Root, "", "", parent: null);
        return _json.ToString();
    }

    /// <summary>The one member that the form holds; null when it says nothing.</summary>
    public string? Part()
    {
        var member = form.Root.Members.Single(m => m.Name == form.Part);
        if (!HasContent(member, data.Root, "", parent: null))
            return null;
        Value(member, data.Root, "", "", parent: null);
        return _json.ToString().TrimEnd('\n');
    }

    private void Record(RecordShape shape, FormRow row, string path, string pointer, FormSheet? parent)
    {
        _json.Open('{');
        foreach (var member in shape.Members)
        {
            Member(member, row, path, pointer, parent);
            // What the file is stands behind the address of its schema, where there is one.
            if (pointer.Length == 0 && member.Name == "$schema")
            {
                _json.Name("kind");
                _json.Text(form.Kind.Name());
            }
        }

        _json.Close('}');
    }

    private void Member(FormMember member, FormRow row, string path, string pointer, FormSheet? parent)
    {
        // A list that the file must have is there also when it is empty.
        var isList = member is { IsRequired: true, Shape: TableShape, MayNotApply: false };
        if (!HasContent(member, row, path, parent) && !isList)
        {
            if (member.IsRequired)
                Missing(member, row, Join(path, member.Name));
            return;
        }

        _json.Name(member.Name);
        Value(member, row, path, pointer, parent);
    }

    private void Value(FormMember member, FormRow row, string path, string pointer, FormSheet? parent)
    {
        var (full, at) = (Join(path, member.Name), $"{pointer}/{member.Name}");
        if (row.Reasons.TryGetValue(full, out var reason))
        {
            if (HasContent(member with { MayNotApply = false }, row, path, parent))
                Tell(reason, "forms.reason-and-content", member.Title);
            Places[at] = (reason.Sheet, reason.Cell);
            _json.Open('{');
            _json.Name("notApplicable");
            _json.Text((string)reason.Value);
            _json.Close('}');
            return;
        }

        Places[at] = (row.Sheet, row.Cells.GetValueOrDefault(full));
        switch (member.Shape)
        {
            case RecordShape record:
                Record(record, row, full, at, parent);
                break;
            case TableShape table:
                Rows(table, row, full, at, parent);
                break;
            default:
                Cell(row.Values[full], at);
                break;
        }
    }

    private void Rows(TableShape table, FormRow row, string path, string pointer, FormSheet? parent)
    {
        var sheet = SheetOf(path, parent);
        _json.Open('[');
        var index = 0;
        foreach (var item in RowsOf(sheet, row))
        {
            _json.Next();
            var at = $"{pointer}/{(index++).ToString(CultureInfo.InvariantCulture)}";
            Places[at] = (item.Sheet, item.Cells.Values.FirstOrDefault());
            Record(table.Row, item, "", at, sheet);
        }

        _json.Close(']');
    }

    private FormSheet SheetOf(string path, FormSheet? parent) =>
        form.Sheets.Single(s => s.IsTable && s.Path == path && ReferenceEquals(s.Parent, parent));

    private IEnumerable<FormRow> RowsOf(FormSheet sheet, FormRow row)
    {
        var rows = data.Tables.GetValueOrDefault(sheet) ?? [];
        if (sheet.Parent is null)
            return rows;
        var id = row.Values.GetValueOrDefault("id")?.Value;
        return rows.Where(r => r.Values.GetValueOrDefault(Layout.ParentKey)?.Value is { } key && key.Equals(id));
    }

    private bool HasContent(FormMember member, FormRow row, string path, FormSheet? parent)
    {
        var full = Join(path, member.Name);
        if (member.MayNotApply && row.Reasons.ContainsKey(full))
            return true;
        return member.Shape switch
        {
            RecordShape record => record.Members.Any(m => HasContent(m, row, full, parent)),
            TableShape => RowsOf(SheetOf(full, parent), row).Any(),
            _ => row.Values.ContainsKey(full),
        };
    }

    private void Cell(EnteredValue cell, string pointer)
    {
        Places[pointer] = (cell.Sheet, cell.Cell);
        if (cell.Value is not List<object> list)
        {
            Scalar(cell.Value);
            return;
        }

        _json.Open('[');
        foreach (var item in list)
        {
            _json.Next();
            Scalar(item);
        }

        _json.Close(']');
    }

    private void Scalar(object value)
    {
        if (value is string text)
            _json.Text(text);
        else if (value is bool flag)
            _json.Raw(flag ? "true" : "false");
        else
            _json.Raw(((long)value).ToString(CultureInfo.InvariantCulture));
    }

    private void Missing(FormMember member, FormRow row, string path)
    {
        // What could not be read has been named; an object is missing in the first of its cells.
        if (
            row.Unread.Contains(path)
            || member.Shape is RecordShape && row.Unread.Any(u => u.StartsWith(path + ".", StringComparison.Ordinal))
        )
            return;
        var cell =
            row.Cells.GetValueOrDefault(path)
            ?? row.Cells.FirstOrDefault(c => c.Key.StartsWith(path + ".", StringComparison.Ordinal)).Value;
        problems.Add(
            new CellProblem(
                Severity.Error,
                row.Sheet.Length == 0 ? null : row.Sheet,
                cell,
                FormsMessages.Say("forms.missing", member.Title)
            )
        );
    }

    private void Tell(EnteredValue at, string key, params object[] arguments) =>
        problems.Add(new CellProblem(Severity.Error, at.Sheet, at.Cell, FormsMessages.Say(key, arguments)));

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
