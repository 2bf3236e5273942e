using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PolicyKit.Messages;

namespace PolicyKit.Forms.Tests;

/// <summary>What the workbooks are: valid, protected, with lists, ready to be printed.</summary>
public sealed class WorkbookFormatTests
{
    public static TheoryData<string> Names => [.. FormCatalog.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_validator_of_the_format_finds_nothing(string form)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Documents.Written(form, null)), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(file)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}")
        );
    }

    [Fact]
    public void Headers_are_locked_and_cells_to_fill_in_are_not()
    {
        using var book = new Workbook(Documents.Written("waivers", null));
        Assert.True(book.Sheet("例外措置").GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.True(IsLocked(book, "B6"));
        Assert.False(IsLocked(book, "B7"));
    }

    [Fact]
    public void A_list_of_the_schema_is_a_list_in_the_sheet()
    {
        using var book = new Workbook(Documents.Written("assets", null));
        var rules = book.Sheet("情報資産")
            .Descendants<DataValidation>()
            .Where(r => r.Type?.Value == DataValidationValues.List);
        Assert.Equal(3, rules.Count());
        Assert.Equal(["1", "2", "3C", "3B", "3A"], Column(book, "A"));
    }

    [Fact]
    public void A_page_is_A4_landscape_with_its_headers_on_each_page()
    {
        using var book = new Workbook(Documents.Written("evidence", null));
        var setup = book.Sheet("記録").GetFirstChild<PageSetup>()!;
        Assert.Equal(
            (9u, OrientationValues.Landscape, 1u),
            (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value)
        );
        Assert.Contains(
            book.Book.Workbook.Descendants<DefinedName>(),
            n => n.Name == "_xlnm.Print_Titles" && n.Text == "'記録'!$6:$6"
        );
        Assert.NotNull(book.Sheet("記録").GetFirstChild<AutoFilter>());
    }

    [Fact]
    public void Every_form_has_a_sheet_for_every_list_of_objects_and_no_title_twice_in_one() =>
        Assert.All(
            FormCatalog.All.SelectMany(f => f.Sheets).Where(s => s.IsTable),
            sheet =>
                Assert.Equal(
                    sheet.Fields.Count,
                    sheet.Fields.Select(f => Titles.Of(f, MessageLanguage.Japanese)).Distinct().Count()
                )
        );

    private static IEnumerable<string> Column(Workbook book, string column) =>
        book.Sheet("選択肢")
            .Descendants<Cell>()
            .Where(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) == column)
            .Select(c => c.InnerText);

    private static bool IsLocked(Workbook book, string cell)
    {
        var formats = book.Book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        return formats[(int)book.Cell("例外措置", cell).StyleIndex!.Value].Protection!.Locked!.Value;
    }
}
