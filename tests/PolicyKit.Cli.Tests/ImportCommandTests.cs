using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>From a printed text to a pack that evaluates.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private static readonly string Fixtures = Repository.PathOf("tests", "PolicyKit.Instruments.Tests", "Fixtures");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_becomes_a_policy_that_is_valid_and_comes_back_as_it_was()
    {
        var policy = In("policy.json");
        var text = Path.Combine(Fixtures, "01-heading-above.txt");
        var (exitCode, output, error) = Policykit.Run("import", text, "--output", policy);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Empty(output);
        Assert.Contains("一字一句、行ごとに同じ文書を再現できます", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", policy).ExitCode);
        Assert.Equal(File.ReadAllText(text), Policykit.Run("render", policy, "--format", "text").Output);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("import", "--check", policy, text).ExitCode);
    }

    [Fact]
    public void A_check_names_the_line_that_differs()
    {
        var policy = In("policy.json");
        var text = Path.Combine(Fixtures, "01-heading-above.txt");
        Policykit.Run("import", text, "--output", policy);
        File.WriteAllText(
            policy,
            File.ReadAllText(policy).Replace("毎年度、監査", "随時、監査", StringComparison.Ordinal)
        );
        var (exitCode, _, error) = Policykit.Run("import", "--check", policy, text);
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.Contains("38 行目", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_and_a_word_document_of_a_policy_are_imported_to_the_same_provisions()
    {
        var policy = In("policy.json");
        Policykit.Run("import", Path.Combine(Fixtures, "02-chapters.txt"), "--output", policy);
        foreach (var format in new[] { "html", "docx" })
        {
            var (file, again) = (In("a." + format), In(format + ".json"));
            Assert.Equal(
                ExitCode.Conforms,
                Policykit.Run("render", policy, "--format", format, "--output", file).ExitCode
            );
            Assert.Equal(ExitCode.Conforms, Policykit.Run("import", file, "--output", again).ExitCode);
            Assert.Equal(Read(policy).Provisions, Read(again).Provisions);
        }
    }

    [Fact]
    public void A_word_document_becomes_a_pack_that_evaluates_and_says_what_falls_back()
    {
        var policy = In("policy.json");
        var word = Path.Combine(Fixtures, "10-word.docx");
        Assert.Equal(
            ExitCode.Conforms,
            Policykit.Run("import", word, "--output", policy, "--id", "moriyama.basic-policy").ExitCode
        );
        _folder.Write(
            "standard.json",
            """
            {
              "kind": "standard",
              "id": "moriyama.standard",
              "policy": "moriyama.basic-policy",
              "version": "1",
              "title": "森山企業団情報セキュリティ対策基準",
              "shortTitle": "対策基準",
              "imports": [
                { "standard": "municipal-baseline", "version": "2026.2", "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
                  "exclude": [{ "control": "evaluation.external-audit", "reason": "方針に監査の定めがない", "approver": "企業長" }] }
              ]
            }
            """
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("standard", "pin", _folder.Path).ExitCode);
        var (exitCode, output, _) = Policykit.Run("standard", "coverage", _folder.Path);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("| 4(2) 物理的セキュリティ |", output, StringComparison.Ordinal);
        Assert.Contains(
            "`measures.technical` | 4 対策 (対策の定めなし / measure missing)",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_the_text_does_not_say_is_asked_for()
    {
        var text = _folder.Write("a.txt", "情報の取扱い\n第1条　情報を守る。\n");
        var (exitCode, _, error) = Policykit.Run("import", text, "--lang", "en");
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("--body", error, StringComparison.Ordinal);
        Assert.Contains("--adopted", error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Conforms,
            Policykit
                .Run(
                    "import",
                    text,
                    "--body",
                    "みどり町",
                    "--adopted",
                    "2026-04-01",
                    "--title",
                    "情報の取扱い",
                    "--output",
                    In("p.json")
                )
                .ExitCode
        );
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        var file = _folder.Write("a.pdf", "%PDF-1.7");
        var (exitCode, _, error) = Policykit.Run("import", file);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("PDF", error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private static SecurityPolicy Read(string path) => PolicySerializer.Read(SourceDocument.ReadFile(path)).Value!;
}
