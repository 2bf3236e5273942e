using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Forms out and back in, as somebody at a desk does it.</summary>
public sealed class FormsCommandTests
{
    private static readonly string Example = Repository.PathOf("examples", "sewerage-billing");

    [Theory]
    [InlineData("waivers", "waivers.json")]
    [InlineData("evidence", "evidence.json")]
    [InlineData("system", "system.json")]
    public void A_form_is_written_and_imported(string form, string file)
    {
        using var folder = new TemporaryFolder();
        var (book, json) = (Path.Combine(folder.Path, "様式.xlsx"), Path.Combine(folder.Path, file));
        Assert.Equal(
            ExitCode.Conforms,
            Policykit.Run("forms", form, Path.Combine(Example, file), "--output", book).ExitCode
        );
        Assert.Equal((ExitCode.Conforms, "", ""), Policykit.Run("import", book, "--output", json));
        Assert.True(JsonNode.DeepEquals(Read(Path.Combine(Example, file)), Read(json)));
    }

    [Fact]
    public void A_part_goes_into_the_declaration_that_is_named()
    {
        using var folder = new TemporaryFolder();
        var declaration = folder.Write("system.json", File.ReadAllText(Path.Combine(Example, "system.json")));
        var book = Path.Combine(folder.Path, "情報資産台帳.xlsx");
        Policykit.Run("forms", "assets", declaration, "--output", book);
        Assert.Equal((ExitCode.Conforms, "", ""), Policykit.Run("import", book, "--into", declaration));
        Assert.True(JsonNode.DeepEquals(Read(Path.Combine(Example, "system.json")), Read(declaration)));
    }

    [Fact]
    public void A_CSV_in_place_of_a_form_is_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Policykit.Run("import", folder.Write("台帳.csv", "ID,規則\n"));
        Assert.Equal((ExitCode.UnreadableDeliverable, ""), (exitCode, output));
        Assert.StartsWith(
            "error[forms.not-xlsx]: Excelブック (.xlsx) ではないファイルです",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Contract_clauses_are_written_in_the_wording_and_the_looks_of_the_body()
    {
        using var folder = new TemporaryFolder();
        var (plain, own) = (Path.Combine(folder.Path, "特記仕様書.docx"), Path.Combine(folder.Path, "町の様式.docx"));
        var pack = Repository.PathOf("examples", "pack-of-another-body");
        string[] clauses = ["forms", "contract-clauses", pack, "--output"];
        Assert.Equal((ExitCode.Conforms, "", ""), Policykit.Run([.. clauses, plain]));
        var wording = folder.Write("文面.liquid", "# {{ Body }}の約束\n{{ Clauses.size }}条");
        Assert.Equal(
            (ExitCode.Conforms, "", ""),
            Policykit.Run([.. clauses, own, "--template", wording, "--looks", plain])
        );
        Assert.NotEqual(File.ReadAllBytes(plain), File.ReadAllBytes(own));
    }

    [Fact]
    public void The_wording_of_a_paper_is_printed_to_be_changed() =>
        Assert.Contains(
            "# 情報セキュリティ対策の遵守状況について (報告)",
            Policykit.Run("forms", "committee-report", ".", "--print-template").Output,
            StringComparison.Ordinal
        );

    [Fact]
    public void Looks_that_are_no_Word_document_are_named()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, error) = Policykit.Run(
            "forms",
            "contract-clauses",
            Repository.PathOf("examples", "pack-of-another-body"),
            "--output",
            Path.Combine(folder.Path, "a.docx"),
            "--looks",
            folder.Write("見本.docx", "見本")
        );
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("見本.docx` は読めるWord文書 (.docx) ではありません", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_is_made_of_a_pack_alone()
    {
        using var folder = new TemporaryFolder();
        var book = Path.Combine(folder.Path, "要求仕様.xlsx");
        var pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
        Assert.Equal((ExitCode.Conforms, "", ""), Policykit.Run("forms", "requirements", pack, "--output", book));
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(book)[..2]);
    }

    private static JsonNode? Read(string path) => JsonNode.Parse(File.ReadAllText(path));
}
