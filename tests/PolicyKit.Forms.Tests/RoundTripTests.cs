using CsCheck;
using PolicyKit.Evidence;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Systems;
using PolicyKit.Testing;
using PolicyKit.Waivers;

namespace PolicyKit.Forms.Tests;

/// <summary>Data, sheet, data: nothing is lost and nothing comes in.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, string> Examples =>
        new()
        {
            { "waivers", "waivers.json" },
            { "evidence", "evidence.json" },
            { "assets", "system.json" },
            { "services", "system.json" },
            { "system", "system.json" },
        };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_comes_back_as_it_was(string form, string file)
    {
        var document = Documents.Example(file);
        foreach (var language in new[] { MessageLanguage.Japanese, MessageLanguage.English })
        {
            var result = FormReading.Read(Documents.Written(form, document, language), document);
            Assert.Equal("", Documents.Lines(result));
            Documents.Equal(document.Content, result.Json);
        }
    }

    [Theory]
    [InlineData("waivers")]
    [InlineData("evidence")]
    [InlineData("system")]
    public void Every_valid_example_of_the_schema_comes_back_as_it_was(string form)
    {
        foreach (var path in Directory.GetFiles(Repository.PathOf("schemas", "examples", form, "valid"), "*.json"))
        {
            var document = SourceDocument.ReadFile(path);
            var result = FormReading.Read(Documents.Written(form, document));
            Assert.DoesNotContain(result.Problems, p => p.Severity == Severity.Error && p.Cell is not null);
            if (result.Json is { } json)
                Documents.Equal(document.Content, json);
        }
    }

    [Fact]
    public void The_model_that_is_read_from_a_sheet_equals_the_model_of_the_file()
    {
        var (waivers, evidence, system) = (
            Documents.Example("waivers.json"),
            Documents.Example("evidence.json"),
            Documents.Example("system.json")
        );
        Assert.Equal(WaiverSerializer.Read(waivers).Value, WaiverSerializer.Read(Back("waivers", waivers)).Value);
        Assert.Equal(
            EvidenceSerializer.Read(evidence).Value,
            EvidenceSerializer.Read(Back("evidence", evidence)).Value
        );
        Assert.Equal(SystemSerializer.Read(system).Value, SystemSerializer.Read(Back("system", system)).Value);
    }

    [Fact]
    public void Any_text_comes_back_character_for_character() =>
        Gen.String[Gen.Char, 1, 60]
            .Where(t => !string.IsNullOrWhiteSpace(t))
            .Array[1, 4]
            .Sample(
                texts =>
                {
                    var document = Registers.Of(texts);
                    var result = FormReading.Read(Documents.Written("waivers", document));
                    Assert.Equal(
                        texts,
                        WaiverSerializer
                            .Read(SourceDocument.FromText("", result.Json!))
                            .Value!.Waivers.Select(w => w.Reason)
                    );
                },
                iter: 25,
                threads: 1
            );

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\",\"x\")")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1+1")]
    [InlineData("_x0041_ \u0001\u0008 \r\n \u202E逆\u202C \uFEFF")]
    [InlineData("  前後の空白　")]
    [InlineData("</t></is></c><script>]]>&amp;")]
    public void Hostile_text_is_text_and_comes_back(string text)
    {
        var document = Registers.Of(text, new string('長', 10_000));
        var file = Documents.Written("waivers", document);
        Assert.DoesNotContain("<x:f>", PackageEdits.Text(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        var result = FormReading.Read(file);
        Assert.Equal("", Documents.Lines(result));
        Documents.Equal(document.Content, result.Json);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_refused_with_its_place()
    {
        var document = Registers.Of("短い", new string('長', 32_768));
        Assert.Null(FormWriting.Write(Documents.Form("waivers"), document, MessageLanguage.Japanese, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("例外措置", "forms.too-long"), (problem.Sheet, problem.Message.Code));
        Assert.NotNull(problem.Cell);
    }

    [Fact]
    public void The_same_data_makes_the_same_bytes() =>
        Assert.Equal(
            Documents.Written("evidence", Documents.Example("evidence.json")),
            Documents.Written("evidence", Documents.Example("evidence.json"))
        );

    [Fact]
    public void A_part_leaves_every_other_byte_of_the_declaration_as_it_is()
    {
        var document = Documents.Example("system.json");
        var result = FormReading.Read(Documents.Written("assets", document), document);
        var (from, until) = (document.Text.Root.Members().Single(m => m.Name == "assets").Value, result.Json!);
        var before = System.Text.Encoding.UTF8.GetBytes(document.Content)[..from.Start];
        Assert.StartsWith(System.Text.Encoding.UTF8.GetString(before), until, StringComparison.Ordinal);
    }

    private static SourceDocument Back(string form, SourceDocument document) =>
        SourceDocument.FromText(document.Path, FormReading.Read(Documents.Written(form, document)).Json!);
}
