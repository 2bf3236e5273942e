using PolicyKit.Calendar;
using PolicyKit.Forms.Workbooks;

namespace PolicyKit.Forms;

/// <summary>Finds which form a workbook is, and which of its sheets is which.</summary>
internal static class FormFinder
{
    // The headers of a table stand near its top.
    private const int LastHeaderRow = 40;

    /// <summary>The form whose mark a sheet bears, or whose headers one has; null when there is none.</summary>
    public static Form? Find(ReadWorkbook book)
    {
        var mark = book.Sheets.Select(MarkOf).FirstOrDefault(m => m is not null);
        if (mark is { } cell && FormCatalog.Find(cell.Text[Layout.Mark.Length..].Split(':')[0]) is { } marked)
            return marked;
        return FormCatalog
            .All.Where(f => f.Sheets[0].IsTable)
            .FirstOrDefault(f => book.Sheets.Any(s => HeaderRow(s, f.Sheets[0]) is not null));
    }

    /// <summary>The sheet of the workbook that is a sheet of the form: by its mark, else by its headers.</summary>
    public static ReadSheet? Find(ReadWorkbook book, Form form, FormSheet sheet)
    {
        var mark = Layout.MarkOf(form, sheet);
        return book.Sheets.FirstOrDefault(s => MarkOf(s)?.Text == mark)
            ?? (
                sheet.IsTable
                    ? book.Sheets.FirstOrDefault(s => MarkOf(s) is null && HeaderRow(s, sheet) is not null)
                    : null
            );
    }

    /// <summary>The cell with the mark of a form.</summary>
    public static ReadCell? MarkOf(ReadSheet sheet) =>
        sheet
            .Rows.TakeWhile(r => r.Key <= LastHeaderRow)
            .SelectMany(r => r.Value.Values)
            .FirstOrDefault(c =>
                c.Kind == ReadCellKind.Text && c.Text.StartsWith(Layout.Mark, StringComparison.Ordinal)
            );

    /// <summary>The first row with the titles of all columns that must be filled in.</summary>
    public static int? HeaderRow(ReadSheet sheet, FormSheet form)
    {
        var required = form.Fields.Where(f => f.IsRequired).ToList();
        foreach (var (number, cells) in sheet.Rows.TakeWhile(r => r.Key <= LastHeaderRow))
            if (required.TrueForAll(f => cells.Values.Any(c => IsTitle(c.Text, f))))
                return number;
        return null;
    }

    public static bool IsTitle(string text, FormField field)
    {
        var title = Plain(text);
        return title == Plain(field.Title.Japanese) || title == Plain(field.Title.English);
    }

    // Marks and white space are how a title is shown; what was renamed is another.
    private static string Plain(string text) =>
        string.Concat(JapaneseText.Fold(text).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '＊')))
            .ToUpperInvariant();
}
