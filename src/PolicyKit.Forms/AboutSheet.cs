using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>
/// The last sheet: what the form is, how to fill it in, how it goes back, and what the file says of itself.
/// </summary>
internal static class AboutSheet
{
    private static readonly string[] Steps = ["fill", "required", "lists", "dates", "several", "rows", "back"];

    public static SheetDraft Make(Form form, JsonValue? root, string name, MessageLanguage language)
    {
        var sheet = new SheetDraft(name) { IsProtected = true };
        sheet.Columns[Layout.MachineColumn] = new ColumnDraft(2, IsHidden: true);
        sheet.Columns[2] = new ColumnDraft(24);
        sheet.Columns[3] = new ColumnDraft(90);
        sheet.Put(1, 2, form.Title.In(language), CellStyle.Title);
        var row = 2;
        Line(sheet, ++row, FormsMessages.Label("purpose", language), form.Purpose.In(language));
        foreach (var step in Steps)
            Line(
                sheet,
                ++row,
                FormsMessages.Label("step-" + step, language),
                FormsMessages.Catalog.Format($"label.step-{step}-text", language, BackOf(form))
            );
        if (form.Part is not null)
            Data(sheet, ++row, Layout.Target, FormsMessages.Label("target", language), Text(root, "id"));
        Data(sheet, ++row, Layout.Head + "$schema", "$schema", Text(root, "$schema"));
        return sheet;
    }

    private static string BackOf(Form form) =>
        form.Part is null
            ? $"policykit import FILE.xlsx --output {form.Name}.json"
            : "policykit import FILE.xlsx --into system.json";

    private static void Line(SheetDraft sheet, int row, string label, string text)
    {
        sheet.Put(row, 2, label, CellStyle.Label);
        sheet.Put(row, 3, text, CellStyle.Plain);
    }

    private static void Data(SheetDraft sheet, int row, string mark, string label, string text)
    {
        sheet.Put(row, Layout.MachineColumn, mark, CellStyle.Machine);
        sheet.Put(row, 2, label, CellStyle.Label);
        sheet.Put(row, 3, text, CellStyle.Fixed);
    }

    private static string Text(JsonValue? root, string name) =>
        root is { } file && JsonPath.Find(file, name) is { Kind: JsonKind.String } value ? value.GetString() : "";
}
