using DocumentFormat.OpenXml.Spreadsheet;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Testing;
using PolicyKit.Waivers;

namespace PolicyKit.Forms.Tests;

/// <summary>What comes back from people: a right reading, or a message with sheet and cell.</summary>
public sealed class FormReadingTests
{
    private const string Sheet = "例外措置";

    [Theory]
    [InlineData("令和8年4月1日")]
    [InlineData("令和八年四月一日")]
    [InlineData("R8.4.1")]
    [InlineData("２０２６／４／１")]
    [InlineData(" 2026-04-01 ")]
    [InlineData("2026年4月1日")]
    [InlineData("2026/04/01")]
    public void A_date_is_read_as_people_write_it(string text) =>
        Assert.Equal("2026-04-01", IsoDate.Format(Only(Changed(b => b.Text(Sheet, "L7", text))).DecidedOn));

    [Fact]
    public void A_date_is_read_as_a_spreadsheet_counts_it() =>
        // 2026-04-01 is day 46113 of spreadsheets.
        Assert.Equal("2026-04-01", IsoDate.Format(Only(Changed(b => b.Number(Sheet, "L7", "46113"))).DecidedOn));

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        using var book = new Workbook(Documents.Written("waivers", Registers.Of("理由")));
        book.Book.Workbook.PrependChild(new WorkbookProperties { Date1904 = true });
        foreach (var cell in new[] { "L7", "M7", "N7", "O7" })
            book.Number(Sheet, cell, "44651");
        Assert.Equal("2026-04-01", IsoDate.Format(Only(FormReading.Read(book.Save())).DecidedOn));
    }

    [Theory]
    [InlineData("L7", "四月", "forms.not-a-date")]
    [InlineData("L7", "令和8年2月30日", "era.no-such-day")]
    [InlineData("L7", "平成40年4月1日", "era.after-era")]
    public void A_text_that_is_not_a_date_is_named_with_its_cell(string cell, string text, string code) =>
        Names(cell, code, b => b.Text(Sheet, cell, text));

    [Fact]
    public void A_formula_is_named_and_never_evaluated() =>
        Names("H7", "forms.formula", b => b.Formula(Sheet, "H7", "HYPERLINK(\"http://example.com\")", "理由"));

    [Fact]
    public void An_error_value_is_named_with_its_cell() =>
        Names(
            "H7",
            "forms.error-value",
            b =>
            {
                var cell = b.Cleared(Sheet, "H7");
                cell.DataType = CellValues.Error;
                cell.CellValue = new CellValue("#N/A");
            }
        );

    [Fact]
    public void A_date_in_a_text_is_named_and_not_taken_for_a_number() =>
        Names(
            "H7",
            "forms.date-in-text",
            b =>
            {
                b.Number(Sheet, "H7", "46113");
                b.Cell(Sheet, "H7").StyleIndex = b.Cell(Sheet, "L7").StyleIndex;
            }
        );

    [Fact]
    public void A_required_cell_that_is_empty_is_named_with_its_title()
    {
        var problem = Names("J7", "forms.missing", b => b.Cleared(Sheet, "J7"));
        Assert.Equal("必須の欄「申請者」が空です", problem.Message.Text(MessageLanguage.Japanese));
    }

    [Fact]
    public void What_the_schema_does_not_allow_is_named_with_its_cell() =>
        Names("B7", "schema.pattern", b => b.Text(Sheet, "B7", "W_1"));

    [Fact]
    public void Merged_cells_are_named_with_their_range() =>
        Names(
            "K7:K8",
            "forms.merged",
            b => b.Sheet(Sheet).GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = "K7:K8" })
        );

    [Fact]
    public void All_cells_that_cannot_be_read_are_named_at_once()
    {
        var result = Changed(b => b.Text(Sheet, "L7", "x").Text(Sheet, "M7", "y").Text(Sheet, "N7", "z"));
        Assert.Equal(["L7", "M7", "N7"], result.Problems.Select(p => p.Cell));
        Assert.Null(result.Json);
    }

    [Fact]
    public void Names_are_read_in_any_width_and_without_outer_spaces() =>
        Assert.Equal("PK6101", Only(Changed(b => b.Text(Sheet, "D7", " ＰＫ６１０１　"))).Rule?.Value);

    [Fact]
    public void Columns_may_stand_in_another_order()
    {
        // The applicant and the approver, with their headers and values, have changed places.
        var result = Changed(b =>
        {
            foreach (var row in new[] { "5", "6", "7" })
            {
                var (left, right) = (b.Cell(Sheet, "J" + row).InnerText, b.Cell(Sheet, "K" + row).InnerText);
                b.Text(Sheet, "J" + row, right).Text(Sheet, "K" + row, left);
            }
        });
        Assert.Equal(("業務課長", "情報セキュリティ管理者"), (Only(result).Applicant, Only(result).Approver));
    }

    [Fact]
    public void What_people_see_above_a_column_counts_more_than_the_hidden_row()
    {
        var result = Changed(b =>
        {
            foreach (var row in new[] { "6", "7" })
            {
                var (left, right) = (b.Cell(Sheet, "J" + row).InnerText, b.Cell(Sheet, "K" + row).InnerText);
                b.Text(Sheet, "J" + row, right).Text(Sheet, "K" + row, left);
            }
        });
        Assert.Equal("業務課長", Only(result).Applicant);
    }

    [Fact]
    public void A_column_that_the_form_has_not_is_named_and_the_rest_is_read()
    {
        var result = Changed(b => b.Text(Sheet, "P6", "備考").Text(Sheet, "P7", "あとで確認"));
        Assert.Equal(
            ("P6", "forms.unknown-column"),
            Assert.Single(result.Problems.Select(p => (p.Cell, p.Message.Code)))
        );
        Assert.NotNull(result.Json);
    }

    [Fact]
    public void Hidden_rows_are_read_and_counted()
    {
        var result = Changed(b => b.Cell(Sheet, "B7").Parent!.SetAttribute(new("", "hidden", "", "1")));
        Assert.Equal("forms.hidden-rows", Assert.Single(result.Problems).Message.Code);
        Assert.Equal("理由", Only(result).Reason);
    }

    [Fact]
    public void A_form_is_known_by_its_headers_when_its_hidden_marks_are_gone()
    {
        var result = Changed(b =>
        {
            b.Cleared(Sheet, "A5");
            b.Cleared(Sheet, "A4");
        });
        Assert.Equal("", Documents.Lines(result));
        Assert.Equal("理由", Only(result).Reason);
    }

    [Fact]
    public void Readings_beside_a_text_are_not_part_of_it()
    {
        var result = Changed(b =>
        {
            var cell = b.Cleared(Sheet, "J7");
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(
                new Run(new Text("業務")),
                new PhoneticRun(new Text("ギョウム")) { BaseTextStartIndex = 0, EndingBaseIndex = 2 },
                new Run(new Text("課長"))
            );
        });
        Assert.Equal("業務課長", Only(result).Applicant);
    }

    [Fact]
    public void A_row_of_a_table_names_a_row_of_the_other_by_its_id()
    {
        using var book = new Workbook(Documents.Written("evidence", Documents.Example("evidence.json")));
        var name = book
            .Book.Workbook.Descendants<Sheet>()
            .Single(s => s.Name!.Value!.EndsWith("の指摘", StringComparison.Ordinal))
            .Name!;
        book.Text(name!, "B6", "no-such-record")
            .Text(name!, "C6", "f-1")
            .Text(name!, "D6", "概要")
            .Text(name!, "E6", "課長")
            .Text(name!, "F6", "2026-04-01");
        var problem = Assert.Single(FormReading.Read(book.Save()).Problems);
        Assert.Equal(("B6", "forms.unknown-parent"), (problem.Cell, problem.Message.Code));
    }

    [Fact]
    public void A_choice_that_the_list_has_not_is_named_with_the_nearest_one()
    {
        var document = Documents.Example("system.json");
        using var book = new Workbook(Documents.Written("system", document));
        var cell = book.Sheet("構成要素").Descendants<Cell>().First(c => c.InnerText == "サーバ");
        book.Text("構成要素", cell.CellReference!.Value!, "クラウドサービズ");
        var problem = Assert.Single(FormReading.Read(book.Save()).Problems);
        Assert.Equal(("構成要素", "forms.not-a-choice"), (problem.Sheet, problem.Message.Code));
        Assert.Contains("クラウドサービス", problem.Message.Remedy(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_of_another_system_is_not_put_into_a_declaration()
    {
        var document = Documents.Example("system.json");
        var other = SourceDocument.FromText(
            "other.json",
            document.Content.Replace("\"id\": \"sewerage-billing\"", "\"id\": \"other\"", StringComparison.Ordinal)
        );
        var problem = Assert.Single(FormReading.Read(Documents.Written("assets", document), other).Problems);
        Assert.Equal("forms.other-system", problem.Message.Code);
    }

    [Fact]
    public void A_part_asks_for_the_declaration_that_it_belongs_to() =>
        Assert.Equal(
            "forms.needs-into",
            Assert
                .Single(FormReading.Read(Documents.Written("assets", Documents.Example("system.json"))).Problems)
                .Message.Code
        );

    [Fact]
    public void A_reason_stands_in_place_of_an_empty_table()
    {
        var document = SourceDocument.ReadFile(
            Repository.PathOf("schemas", "examples", "system", "valid", "development-minimal.json")
        );
        using var book = new Workbook(Documents.Written("services", null));
        var reason = book.Sheet("外部サービス").Descendants<Cell>().Single(c => c.InnerText == "reason");
        var row = reason.CellReference!.Value![1..];
        book.Text("外部サービス", "C" + row, "外部サービスを使わない");
        var result = FormReading.Read(book.Save(), document);
        Assert.Equal("", Documents.Lines(result));
        Assert.Contains("\"notApplicable\": \"外部サービスを使わない\"", result.Json, StringComparison.Ordinal);
    }

    private static FormReadResult Changed(Action<Workbook> change)
    {
        using var book = new Workbook(Documents.Written("waivers", Registers.Of("理由")));
        change(book);
        return FormReading.Read(book.Save());
    }

    private static CellProblem Names(string cell, string code, Action<Workbook> change)
    {
        var result = Changed(change);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((Sheet, cell, code), (problem.Sheet, problem.Cell, problem.Message.Code));
        Assert.Null(result.Json);
        return problem;
    }

    private static Waiver Only(FormReadResult result)
    {
        Assert.True(result.Json is not null, Documents.Lines(result));
        return Assert.Single(WaiverSerializer.Read(SourceDocument.FromText("", result.Json)).Value!.Waivers);
    }
}
