using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Writes a form: filled from a file, or blank. One writer for all forms.</summary>
internal static class FormWriting
{
    /// <summary>The workbook; null when a value has no place in a cell, which the problems then name.</summary>
    /// <param name="form">The form.</param>
    /// <param name="document">A valid file of the form's kind; null for a blank form.</param>
    /// <param name="language">The language of titles and lists.</param>
    /// <param name="problems">What could not be written, by sheet and cell.</param>
    public static byte[]? Write(
        Form form,
        SourceDocument? document,
        MessageLanguage language,
        out IReadOnlyList<CellProblem> problems
    )
    {
        var found = new List<CellProblem>();
        var lists = new ChoiceLists(language);
        var names = new SheetNames(language);
        var root = document?.Text.Root;
        var subject = SubjectOf(root);
        var drafts = new List<SheetDraft>();
        foreach (var sheet in form.Sheets)
        {
            var page = new FormPage(form, sheet, names, lists, language, found);
            drafts.Add(page.Make(root, subject));
        }

        drafts.Add(AboutSheet.Make(form, root, names.Unique(FormsMessages.Label("about", language)), language));
        drafts.Add(lists.Make());
        problems = found;
        return found.Count > 0 ? null : WorkbookWriter.Write(drafts, language == MessageLanguage.Japanese);
    }

    private static string SubjectOf(JsonValue? root)
    {
        if (root is not { } file)
            return "";
        var (name, id) = (JsonPath.Find(file, "name"), JsonPath.Find(file, "id"));
        return (name, id) switch
        {
            ({ } n, { } i) => $"{n.GetString()} ({i.GetString()})",
            (null, { } i) => i.GetString(),
            _ => "",
        };
    }
}
