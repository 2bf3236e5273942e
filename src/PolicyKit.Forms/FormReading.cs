using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>Reads a form that was filled in. One reader for all forms; it never throws on bad data.</summary>
internal static class FormReading
{
    /// <summary>Reads a workbook.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="into">The file that a part is put into; null where there is none.</param>
    public static FormReadResult Read(byte[] file, SourceDocument? into = null)
    {
        var result = WorkbookReader.Read(file);
        if (result.Workbook is not { } book)
            return Failed(null, new CellProblem(Severity.Error, null, null, result.Problem!));
        if (FormFinder.Find(book) is not { } form)
            return Failed(null, new CellProblem(Severity.Error, null, null, FormsMessages.Say("forms.unknown-form")));
        if (form.Part is not null && into is null)
            return Failed(
                form,
                new CellProblem(Severity.Error, null, null, FormsMessages.Say("forms.needs-into", form.Title))
            );
        var problems = new List<CellProblem>();
        if (book.HasMacros)
            problems.Add(new CellProblem(Severity.Warning, null, null, FormsMessages.Say("forms.macros")));
        var data = Data(book, form, problems);
        CheckTarget(data, into, problems);
        var building = new FormBuilding(form, data, problems);
        var json = form.Part is null ? building.File() : Put(into!, form, building.Part(), problems);
        CheckParents(form, data, problems);
        if (problems.Exists(p => p.Severity == Severity.Error))
            return new FormReadResult(form, null, problems);
        problems.AddRange(Judged(json, building));
        return new FormReadResult(form, problems.Exists(p => p.Severity == Severity.Error) ? null : json, problems);
    }

    // An empty table is no answer: either there is something to list, or a reason why there is not.
    private static string Put(SourceDocument into, Form form, string? part, List<CellProblem> problems)
    {
        if (part is not null)
            return FilePart.Put(into, form, part);
        problems.Add(new CellProblem(Severity.Error, null, null, FormsMessages.Say("forms.empty", form.Title)));
        return "";
    }

    private static FormReadResult Failed(Form? form, CellProblem problem) => new(form, null, [problem]);

    private static FormData Data(ReadWorkbook book, Form form, List<CellProblem> problems)
    {
        var (data, used) = (new FormData(), new HashSet<ReadSheet>());
        foreach (var sheet in form.Sheets)
        {
            if (FormFinder.Find(book, form, sheet) is not { } read)
            {
                // A table that belongs to another may be taken out by whoever does not need it.
                if (!sheet.IsTable || ReferenceEquals(sheet, form.Sheets[0]))
                    problems.Add(
                        new CellProblem(
                            Severity.Error,
                            null,
                            null,
                            FormsMessages.Say("forms.missing-sheet", sheet.Title)
                        )
                    );
                else
                    problems.Add(
                        new CellProblem(
                            Severity.Warning,
                            null,
                            null,
                            FormsMessages.Say("forms.missing-sheet", sheet.Title)
                        )
                    );
                continue;
            }

            used.Add(read);
            var lines = new RecordReading(read, book.CountsFrom1904, problems);
            if (!sheet.IsTable)
            {
                data.Root.Sheet = read.Name;
                lines.Record(sheet, data.Root);
                continue;
            }

            if (sheet.Head.Count > 0)
                data.Root.Sheet = read.Name;
            lines.Head(data.Root, sheet.Head);
            lines.ReasonOf(sheet, data.Root);
            data.Tables[sheet] = new TableReading(sheet, read, book.CountsFrom1904, problems).Read();
        }

        Rest(book, form, data, used, problems);
        return data;
    }

    // The sheet about the form, and sheets that the form has not.
    private static void Rest(
        ReadWorkbook book,
        Form form,
        FormData data,
        HashSet<ReadSheet> used,
        List<CellProblem> problems
    )
    {
        var schema = form
            .Root.Members.Where(m => m.Name == "$schema")
            .Select(m => new FormField(m.Name, m.Title, m.Help, new ScalarShape(ScalarKind.Text), false, false))
            .ToList();
        foreach (var sheet in book.Sheets.Where(s => !used.Contains(s)))
        {
            var lines = new RecordReading(sheet, book.CountsFrom1904, problems);
            lines.Head(data.Root, schema);
            data.Target ??= lines.Target();
            var isOurs =
                sheet.IsHidden
                || sheet.Rows.Values.Any(r =>
                    r.TryGetValue(Layout.MachineColumn, out var c)
                    && c.Text.StartsWith(Layout.Head, StringComparison.Ordinal)
                );
            if (!isOurs && sheet.Rows.Count > 0)
                problems.Add(
                    new CellProblem(Severity.Warning, sheet.Name, null, FormsMessages.Say("forms.unknown-sheet"))
                );
        }
    }

    private static void CheckTarget(FormData data, SourceDocument? into, List<CellProblem> problems)
    {
        if (
            into is null
            || data.Target is not { Value: string { Length: > 0 } id } target
            || into.Text.Error is not null
        )
            return;
        if (JsonPath.Find(into.Text.Root, "id") is { Kind: Json.JsonKind.String } own && own.GetString() != id)
            problems.Add(
                new CellProblem(
                    Severity.Error,
                    target.Sheet,
                    target.Cell,
                    FormsMessages.Say("forms.other-system", id, own.GetString())
                )
            );
    }

    private static void CheckParents(Form form, FormData data, List<CellProblem> problems)
    {
        foreach (var sheet in form.Sheets.Where(s => s.Parent is not null))
        {
            var ids = (data.Tables.GetValueOrDefault(sheet.Parent!) ?? [])
                .Select(r => r.Values.GetValueOrDefault("id")?.Value)
                .ToHashSet();
            foreach (var row in data.Tables.GetValueOrDefault(sheet) ?? [])
                if (!row.Values.TryGetValue(Layout.ParentKey, out var key))
                {
                    if (!row.Unread.Contains(Layout.ParentKey))
                        problems.Add(
                            new CellProblem(
                                Severity.Error,
                                row.Sheet,
                                row.Cells.GetValueOrDefault(Layout.ParentKey),
                                FormsMessages.Say("forms.missing", TableReading.KeyOf(sheet.Parent!).Title)
                            )
                        );
                }
                else if (!ids.Contains(key.Value))
                    problems.Add(
                        new CellProblem(
                            Severity.Error,
                            key.Sheet,
                            key.Cell,
                            FormsMessages.Say(
                                "forms.unknown-parent",
                                SecretShapes.Masked((string)key.Value),
                                sheet.Parent!.Title
                            )
                        )
                    );
        }
    }

    // What the schema and the finer checks say, at the cells that the values came from.
    private static IEnumerable<CellProblem> Judged(string json, FormBuilding building)
    {
        foreach (var problem in DocumentValidator.Validate(SourceDocument.FromText("", json)))
        {
            var pointer = problem.Location.Pointer;
            while (pointer.Length > 0 && !building.Places.ContainsKey(pointer))
                pointer = pointer[..pointer.LastIndexOf('/')];
            var (sheet, cell) = building.Places.GetValueOrDefault(pointer);
            yield return new CellProblem(
                problem.Severity,
                sheet is { Length: > 0 } ? sheet : null,
                cell,
                problem.Message
            );
        }
    }
}
