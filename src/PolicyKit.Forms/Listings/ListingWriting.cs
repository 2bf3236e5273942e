using PolicyKit.Findings;
using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Listings;

/// <summary>Writes a listing: a sheet for each subject.</summary>
internal static class ListingWriting
{
    private const string Cut = "…";

    public static byte[] Write(Listing listing, IReadOnlyList<ListingSubject> subjects, MessageLanguage language)
    {
        var (lists, names) = (new ChoiceLists(language), new SheetNames(language));
        var drafts = subjects.Select(s => Sheet(listing, s, names, lists, language)).ToList();
        drafts.Add(lists.Make());
        return WorkbookWriter.Write(drafts, language == MessageLanguage.Japanese);
    }

    private static SheetDraft Sheet(
        Listing listing,
        ListingSubject subject,
        SheetNames names,
        ChoiceLists lists,
        MessageLanguage language
    )
    {
        var name =
            listing.NeedsEvaluation && subject.Pack.System is { } system ? system.Name : listing.Title.In(language);
        var draft = new SheetDraft(names.Unique(name)) { IsProtected = true, HeaderRow = Layout.FirstHeadRow };
        var last = Layout.FirstColumn + listing.Columns.Count - 1;
        draft.Columns[Layout.MachineColumn] = new ColumnDraft(2, IsHidden: true);
        var note = FormsMessages.Label(listing.NeedsEvaluation ? "note-evaluation" : "note-listing", language);
        PageTop.Put(
            draft,
            listing.Title.In(language),
            LineOf(listing, subject, language),
            note,
            Math.Max(last, Layout.FirstColumn + 2),
            language
        );
        for (var i = 0; i < listing.Columns.Count; i++)
        {
            draft.Columns[Layout.FirstColumn + i] = new ColumnDraft(listing.Columns[i].Width);
            draft.Put(
                draft.HeaderRow,
                Layout.FirstColumn + i,
                listing.Columns[i].Title.In(language),
                HeaderOf(listing.Columns[i])
            );
        }

        draft.Heights[draft.HeaderRow] = 30;
        var row = draft.HeaderRow;
        foreach (var values in new ListingValues(subject, language).Rows(listing.Rows))
        {
            row++;
            for (var i = 0; i < listing.Columns.Count; i++)
                draft.Put(row, Layout.FirstColumn + i, Cell(listing.Columns[i], values));
        }

        Finish(draft, listing, row, last, lists, language);
        return draft;
    }

    private static void Finish(
        SheetDraft draft,
        Listing listing,
        int row,
        int last,
        ChoiceLists lists,
        MessageLanguage language
    )
    {
        if (row == draft.HeaderRow)
            return;
        draft.Filter = CellNames.Range(draft.HeaderRow, Layout.FirstColumn, row, last);
        draft.DigitsAreText = CellNames.Range(draft.HeaderRow + 1, Layout.FirstColumn, row, last);
        for (var i = 0; i < listing.Columns.Count; i++)
            if (listing.Columns[i].Entry is not null)
                Rule(
                    draft,
                    listing.Columns[i],
                    CellNames.Range(draft.HeaderRow + 1, Layout.FirstColumn + i, row, Layout.FirstColumn + i),
                    lists,
                    language
                );
    }

    private static CellStyle HeaderOf(ListingColumn column) =>
        column.Entry is null ? CellStyle.Header : CellStyle.RequiredHeader;

    // Text of a delivery reaches the sheet without its control characters, and no further than a cell is long.
    private static CellDraft Cell(ListingColumn column, Func<string, string> values)
    {
        if (column.Entry is { } entry)
            return new CellDraft(entry == "date" ? CellStyle.Date : CellStyle.Text);
        var text = string.Join(
            '\n',
            values(column.Value!).Split('\n').Select(l => VisibleText.Of(SecretShapes.Masked(l)))
        );
        return new CellDraft(
            CellStyle.Fixed,
            text.Length <= CellText.Longest ? text : text[..(CellText.Longest - 1)] + Cut
        );
    }

    private static void Rule(
        SheetDraft draft,
        ListingColumn column,
        string range,
        ChoiceLists lists,
        MessageLanguage language
    )
    {
        var kind = column.Entry switch
        {
            "choice" => ScalarKind.Choice,
            "date" => ScalarKind.Date,
            _ => ScalarKind.Text,
        };
        if (kind == ScalarKind.Text)
            return;
        var shape = new ScalarShape(kind)
        {
            Choices = column.Choices.Select(c => new Choice(c.English, c)).ToValueList(),
        };
        var field = new FormField("", column.Title, column.Title, shape, IsRequired: false, MayNotApply: false);
        var source = kind == ScalarKind.Choice ? lists.RangeOf(shape) : null;
        draft.Rules.Add(Titles.Rule(field, range, Titles.RuleOf(kind), source, language));
    }

    private static string LineOf(Listing listing, ListingSubject subject, MessageLanguage language)
    {
        var standard = $"{subject.Pack.Standard!.Title} {subject.Pack.Standard.Version}";
        if (!listing.NeedsEvaluation || subject.Evaluation is not { } evaluation)
            return standard;
        var system = subject.Pack.System is { } declared ? $"{declared.Name} ({declared.Id.Value})　" : "";
        var day = FormsMessages.Catalog.Format("label.as-of", language, IsoDate.Format(evaluation.AsOf));
        return $"{VisibleText.Of(system)}{standard}　{day}";
    }
}
