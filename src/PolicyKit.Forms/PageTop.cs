using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>The top of a sheet: title, what it is of, and room for the document's number and for seals.</summary>
internal static class PageTop
{
    private const double SealHeight = 44;

    public static void Put(
        SheetDraft draft,
        Form form,
        FormSheet sheet,
        string subject,
        int lastColumn,
        MessageLanguage language
    )
    {
        var title = form.Sheets.Count(s => s.Parent is null) == 1 && sheet.Parent is null ? form.Title : sheet.Title;
        var line = ReferenceEquals(title, form.Title) ? subject : $"{form.Title.In(language)}　{subject}".TrimEnd('　');
        Put(draft, title.In(language), line, FormsMessages.Label("note", language), lastColumn, language);
    }

    public static void Put(
        SheetDraft draft,
        string title,
        string line,
        string note,
        int lastColumn,
        MessageLanguage language
    )
    {
        draft.Put(Layout.TitleRow, Layout.FirstColumn, title, CellStyle.Title);
        draft.Heights[Layout.TitleRow] = 28;
        draft.Put(Layout.SubjectRow, Layout.FirstColumn, line, CellStyle.Subject);
        draft.Heights[Layout.NoteRow] = SealHeight;
        draft.Put(Layout.TitleRow, lastColumn - 1, FormsMessages.Label("number", language), CellStyle.SealLabel);
        draft.Put(Layout.TitleRow, lastColumn, new CellDraft(CellStyle.Box));
        var seals = Math.Min(4, lastColumn - Layout.FirstColumn - 2);
        draft.Put(
            Layout.NoteRow,
            lastColumn - Math.Max(seals, 1),
            FormsMessages.Label("seals", language),
            CellStyle.SealLabel
        );
        for (var column = lastColumn - Math.Max(seals, 1) + 1; column <= lastColumn; column++)
            draft.Put(Layout.NoteRow, column, new CellDraft(CellStyle.Box));
        draft.Put(Layout.NoteRow, Layout.FirstColumn, note, CellStyle.Note);
        var end = lastColumn - Math.Max(seals, 1) - 1;
        if (end > Layout.FirstColumn)
            draft.Merged.Add(CellNames.Range(Layout.NoteRow, Layout.FirstColumn, Layout.NoteRow, end));
    }
}
