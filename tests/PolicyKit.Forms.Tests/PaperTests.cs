using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyKit.Documents.Reports;
using PolicyKit.Findings;
using PolicyKit.Forms.Papers;
using PolicyKit.Messages;

namespace PolicyKit.Forms.Tests;

/// <summary>Word documents that are made of a pack or of an evaluation.</summary>
public sealed class PaperTests
{
    private const string Hostile = "# 見出し\n| a | b |\n---\n> {{ Body }} <w:p/> &#x7C; \u202E";

    public static TheoryData<string> Names => [.. Paper.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_validator_of_the_format_finds_nothing_in_a_paper(string name)
    {
        using var file = Opened(Written(Paper.All.Single(p => p.Name == name)));
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(file)
                .Select(e => $"{e.Path?.XPath} {e.Description}")
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_subject_makes_the_same_bytes(string name)
    {
        var paper = Paper.All.Single(p => p.Name == name);
        Assert.Equal(Written(paper), Written(paper));
    }

    [Fact]
    public void The_committee_reads_how_each_control_stands_and_what_is_due()
    {
        var texts = Texts(Written(Paper.CommitteeReport));
        Assert.Contains("令和9年3月31日現在の遵守状況を、次のとおり報告します。", texts);
        Assert.Contains("1 下水道使用料システム (sewerage-billing)", texts);
        var view = (ReportView)View(Paper.CommitteeReport);
        Assert.NotEmpty(view.Systems[0].Deadlines);
        Assert.All(view.Systems[0].Deadlines, d => Assert.Contains(d.What.Ja, texts));
        Assert.All(view.Systems[0].Counts, c => Assert.Contains(c.Title.Ja, texts));
    }

    [Fact]
    public void A_value_is_text_and_makes_no_line_no_cell_and_no_page_of_its_own()
    {
        var view = new ClausesView(
            Hostile,
            Hostile,
            Hostile,
            Hostile,
            [new(Hostile, Hostile, [], Hostile, Hostile, true)]
        );
        var blocks = PaperText.Fill("# {{ Body }}\n| {{ Policy }} | {{ Standard }} |\n{{ Version }}", view);
        Assert.Equal([PaperBlockKind.Title, PaperBlockKind.Row, PaperBlockKind.Paragraph], blocks.Select(b => b.Kind));
        Assert.Equal([Hostile, Hostile], blocks[1].Texts);
        Assert.All(blocks, b => Assert.All(b.Texts, t => Assert.Equal(Hostile, t)));
    }

    [Fact]
    public void Each_line_of_a_wording_is_what_its_mark_says()
    {
        var blocks = PaperText.Fill("# 題\n## 節\n> 右\n文\n\n---\n| a | |\n|", new object());
        Assert.Equal(
            [
                PaperBlockKind.Title,
                PaperBlockKind.Heading,
                PaperBlockKind.Right,
                PaperBlockKind.Paragraph,
                PaperBlockKind.NewPage,
                PaperBlockKind.Row,
                PaperBlockKind.Paragraph,
            ],
            blocks.Select(b => b.Kind)
        );
        Assert.Equal(["a", ""], blocks[5].Texts);
    }

    [Theory]
    [InlineData("{% if Body %}", "")]
    [InlineData("{% for a in (1..100000) %}{% for b in (1..100000) %}{% endfor %}{% endfor %}", "")]
    public void A_wording_that_cannot_be_used_is_a_mistake_of_the_body(string template, string body) =>
        Assert.Throws<FormatException>(() => PaperText.Fill(template, new ClausesView(body, "", "", "", [])));

    [Fact]
    public void The_looks_of_a_document_are_taken_and_its_text_is_not()
    {
        using var file = Opened(PaperWord.Write(PaperText.Fill("# 題\n| a | b |", new object()), Looks()));
        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Equal("a3", body.Descendants<ParagraphStyleId>().First().Val!.Value);
        Assert.Equal((uint)8391, body.Descendants<PageSize>().Single().Width!.Value);
        Assert.Equal("みどり町", file.MainDocumentPart.HeaderParts.Single().Header.InnerText);
        Assert.DoesNotContain("見本", body.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_not_a_Word_document_gives_no_looks(bool isOffice)
    {
        var file = "no document"u8.ToArray();
        if (isOffice)
            file = Documents.Written("waivers", null);
        Assert.Throws<FormatException>(() => PaperWord.Write([], file));
    }

    // As a Japanese Word names them: the title is style a3. A5, with a header.
    private static byte[] Looks()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var header = main.AddNewPart<HeaderPart>("head");
            header.Header = new Header(new Paragraph(PaperWord.Text("みどり町")));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Title" }) { Type = StyleValues.Paragraph, StyleId = "a3" }
            );
            main.Document = new Document(
                new Body(
                    new Paragraph(PaperWord.Text("見本")),
                    new SectionProperties(
                        new HeaderReference { Id = "head", Type = HeaderFooterValues.Default },
                        new PageSize { Width = 8391, Height = 11906 }
                    )
                )
            );
        }

        return stream.ToArray();
    }

    private static byte[] Written(Paper paper) => PaperWord.Write(PaperText.Fill(paper.Template, View(paper)));

    private static object View(Paper paper)
    {
        var subject = EvaluatedExample.Subject;
        return paper.NeedsEvaluation
            ? CommitteeReport.ViewOf([
                new ReportSubject(
                    subject.Pack,
                    subject.Evaluation!,
                    ValueList<Finding>.Empty,
                    ValueList<LocalizedMessage>.Empty
                ),
            ])
            : new ClauseBuilder(subject.Pack).Build();
    }

    private static WordprocessingDocument Opened(byte[] file) =>
        WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<string> Texts(byte[] bytes)
    {
        using var file = Opened(bytes);
        return [.. file.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }
}
