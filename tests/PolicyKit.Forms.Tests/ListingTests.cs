using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PolicyKit.Compliance;
using PolicyKit.Forms.Listings;
using PolicyKit.Messages;

namespace PolicyKit.Forms.Tests;

/// <summary>Sheets that are made of an evaluation or of a pack.</summary>
public sealed class ListingTests
{
    public static TheoryData<string> Names => [.. ListingCatalog.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_validator_of_the_format_finds_nothing_in_a_listing(string name)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Written(name, MessageLanguage.English)), false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(file)
                .Select(e => $"{e.Path?.XPath} {e.Description}")
        );
    }

    [Theory]
    [InlineData("status")]
    [InlineData("audit")]
    public void Every_control_has_its_line_and_its_state(string name)
    {
        var texts = Texts(Written(name, MessageLanguage.Japanese), "下水道使用料システム");
        Assert.All(
            EvaluatedExample.Subject.Evaluation!.Controls,
            control => Assert.Contains(texts, t => t == control.Control.Number)
        );
        Assert.Contains(ComplianceState.Satisfied.Title().Text(MessageLanguage.Japanese), texts);
    }

    [Fact]
    public void Contractors_are_asked_what_the_standard_asks_of_outsourcing()
    {
        var texts = Texts(Written("contractors", MessageLanguage.Japanese), "業務委託先チェックシート");
        var controls = EvaluatedExample.Subject.Pack.Standard!.Controls;
        Assert.All(
            controls.Where(c => c.Measure == Policies.MeasureKind.Outsourcing),
            c => Assert.Contains(c.Requirement, texts)
        );
        Assert.DoesNotContain(controls.First(c => c.Measure == Policies.MeasureKind.Technical).Requirement, texts);
    }

    [Fact]
    public void An_application_asks_for_everything_that_the_register_needs() =>
        Assert.Subset(
            Texts(Written("waiver-application", MessageLanguage.Japanese), "例外措置申請書").ToHashSet(),
            Documents.Form("waivers").Sheets[0].Fields.Select(f => Titles.Of(f, MessageLanguage.Japanese)).ToHashSet()
        );

    [Fact]
    public void The_same_evaluation_makes_the_same_bytes() =>
        Assert.Equal(Written("status", MessageLanguage.Japanese), Written("status", MessageLanguage.Japanese));

    private static byte[] Written(string name, MessageLanguage language) =>
        ListingWriting.Write(ListingCatalog.All.Single(l => l.Name == name), [EvaluatedExample.Subject], language);

    private static List<string> Texts(byte[] file, string sheet)
    {
        using var book = new Workbook(file);
        return [.. book.Sheet(sheet).Descendants<Cell>().Select(c => c.InnerText)];
    }
}
