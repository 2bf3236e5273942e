using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Forms.Listings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Forms.Tests;

/// <summary>Sheets that are made of an evaluation or of a pack.</summary>
public sealed class ListingTests
{
    private static readonly Lazy<ListingSubject> Subject = new(Evaluated);

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
            Subject.Value.Evaluation!.Controls,
            control => Assert.Contains(texts, t => t == control.Control.Number)
        );
        Assert.Contains(ComplianceState.Satisfied.Title().Text(MessageLanguage.Japanese), texts);
    }

    [Fact]
    public void Contractors_are_asked_what_the_standard_asks_of_outsourcing()
    {
        var texts = Texts(Written("contractors", MessageLanguage.Japanese), "業務委託先チェックシート");
        var controls = Subject.Value.Pack.Standard!.Controls;
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
        ListingWriting.Write(ListingCatalog.All.Single(l => l.Name == name), [Subject.Value], language);

    private static List<string> Texts(byte[] file, string sheet)
    {
        using var book = new Workbook(file);
        return [.. book.Sheet(sheet).Descendants<Cell>().Select(c => c.InnerText)];
    }

    private static ListingSubject Evaluated()
    {
        string[][] files =
        [
            ["src", "PolicyKit.Packs.MohSewerage", "policy.json"],
            ["src", "PolicyKit.Packs.MohSewerage", "standard.json"],
            ["src", "PolicyKit.Packs.MunicipalBaseline", "standard.json"],
            ["examples", "sewerage-billing", "system.json"],
            ["examples", "sewerage-billing", "evidence.json"],
        ];
        var pack = PolicyPack.Load(files.Select(f => SourceDocument.ReadFile(Repository.PathOf(f))).ToList());
        var declaration = Systems.SystemSerializer.Read(pack.File(DocumentKind.System)!);
        var evaluation = new ComplianceEvaluator(pack.Policy!, pack.Standard!).Evaluate(
            declaration,
            RuleRun.None,
            pack.Evidence,
            pack.Waivers,
            new LocalDate(2027, 3, 31)
        );
        return new ListingSubject(pack, evaluation);
    }
}
