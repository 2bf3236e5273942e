using NodaTime;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>A check inside a program, by the public members alone.</summary>
public sealed class EmbeddedCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_program_checks_a_delivery_in_a_few_lines()
    {
        _folder.WriteProject("class C { const string DbPassword = \"Kaw4goe#2026\"; static void Main() { } }");
        var result = await PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = _folder.Path,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
        Assert.Equal(ExitCode.Violations, result.ExitCode);
        Assert.Contains(result.Findings, f => f.Rule.Value == "PK6101" && f.Severity == Severity.Error);
        Assert.Single(result.Evaluations);
    }
}
