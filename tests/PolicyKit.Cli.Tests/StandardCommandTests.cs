using PolicyKit.Packs.MohSewerage;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

public sealed class StandardCommandTests : IDisposable
{
    private static readonly string Other = Repository.PathOf("examples", "pack-of-another-body");
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_what_the_library_resolves()
    {
        var (exitCode, output, error) = Policykit.Run("standard", "resolve", Pack);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains($"対策 {MohSewerage.Standard.Controls.Count} 件", error, StringComparison.Ordinal);
        var file = Path.Combine(_folder.Path, "resolved.json");
        Assert.Equal(ExitCode.Conforms, Policykit.Run("standard", "resolve", Pack, "--output", file).ExitCode);
        var written = File.ReadAllText(file);
        Assert.Equal(output, Policykit.Portable(written));
        Assert.Equal(
            MohSewerage.Standard,
            StandardSerializer.Read(SourceDocument.FromText("resolved.json", written)).Value
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
    }

    [Fact]
    public void Resolves_an_overlay_over_a_tailored_standard()
    {
        var (exitCode, output, _) = Policykit.Run("standard", "resolve", Other);
        Assert.Equal(ExitCode.Conforms, exitCode);
        var standard = StandardSerializer.Read(SourceDocument.FromText("resolved.json", output)).Value!;
        Assert.Equal("midori-town.overlay", standard.Id.Value);
        Assert.Equal(2, standard.NumberOf(ParameterId.Parse("patching.critical-days")));
        Assert.Contains(standard.Controls, c => c.Id.Value == "midori.private-link");
        Assert.All(
            standard.Deviations.Where(d =>
                d.Kind is DeviationKind.Excluded or DeviationKind.Loosened or DeviationKind.SetLooser
            ),
            d => Assert.True(d.Reason is not null && d.Approver is not null)
        );
    }

    // With POLICYKIT_UPDATE_EXPECTED=1 the page is written anew.
    [Fact]
    public void The_coverage_page_is_what_the_command_writes()
    {
        var page = Repository.PathOf("docs", "coverage.md");
        // The page has the hashes of the documents: the text is compared as it was written.
        using var written = new StringWriter();
        var exitCode = Program.Run(["standard", "coverage", Pack], written, TextWriter.Null);
        var output = written.ToString().ReplaceLineEndings("\n");
        Assert.Equal(ExitCode.Conforms, exitCode);
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(page, output);
        Assert.Equal(File.ReadAllText(page).ReplaceLineEndings("\n"), output);
        Assert.All(
            MohSewerage.Policy.AllProvisions,
            p => Assert.Contains($"| {MohSewerage.Policy.Cite(p.Id)}", output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Shows_every_mistake_at_its_place()
    {
        var text = File.ReadAllText(Path.Combine(Pack, "standard.json"));
        _folder.Write(
            "standard.json",
            text.Replace("resilience.my-number-mfa", "resilience.my-number-mfb", StringComparison.Ordinal)
                .Replace("\"value\": 3", "\"value\": 30", StringComparison.Ordinal)
        );
        var (exitCode, output, error) = Policykit.Run("standard", "resolve", _folder.Path);
        Assert.Equal((ExitCode.InvalidPolicy, ""), (exitCode, output));
        Assert.Contains("tailoring.unknown-control", error, StringComparison.Ordinal);
        Assert.Contains("`resilience.my-number-mfa` の書き間違い", error, StringComparison.Ordinal);
        Assert.Contains("tailoring.loosens-without-reason", error, StringComparison.Ordinal);
        Assert.Matches(@"standard\.json:\d+:\d+", error);
    }

    [Fact]
    public void The_build_file_that_the_command_writes_is_the_one_in_the_pack()
    {
        var (exitCode, output, error) = Policykit.Run(
            "standard",
            "orchestration",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")
        );
        Assert.True(exitCode == ExitCode.Conforms, error);
        var made = Path.Combine(AppContext.BaseDirectory, "PolicyKit.Packs.MohSewerage.Orchestration.targets");
        Assert.Equal(File.ReadAllText(made), output);
    }

    [Fact]
    public void The_build_file_raises_what_any_control_cites_as_it_cites_it()
    {
        using var folder = new TemporaryFolder();
        var standard = folder.Write(
            "standard.json",
            File.ReadAllText(Repository.PathOf("tests", "Shared", "flat.standard.json"))
                .Replace(
                    "{ \"kind\": \"source\", \"rule\": \"PK3002\", \"severity\": \"error\" }",
                    "{ \"kind\": \"source\", \"rule\": \"CA5360\", \"severity\": \"warning\" }, { \"kind\": "
                        + "\"source\", \"rule\": \"CA5363\", \"severity\": \"warning\" }",
                    StringComparison.Ordinal
                )
                .Replace(
                    "{ \"kind\": \"source\", \"rule\": \"PK6101\", \"severity\": \"error\" }",
                    "{ \"kind\": \"source\", \"rule\": \"CA5360\", \"severity\": \"error\" }",
                    StringComparison.Ordinal
                )
        );
        var (exitCode, output, error) = Policykit.Run(
            "standard",
            "orchestration",
            standard,
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json")
        );
        Assert.True(exitCode == ExitCode.Conforms, error);
        Assert.Matches(@"<WarningsAsErrors>\$\(WarningsAsErrors\);.*\bCA5360\b.*</WarningsAsErrors>", output);
        Assert.DoesNotMatch(@"<WarningsAsErrors>.*\bCA5363\b", output);
        Assert.Contains(
            "<PolicyKitWarnings>$(PolicyKitWarnings);CA5363</PolicyKitWarnings>",
            output,
            StringComparison.Ordinal
        );
    }
}
