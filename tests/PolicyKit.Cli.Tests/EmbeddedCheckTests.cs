using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>A check inside a program, by the public members alone.</summary>
public sealed class EmbeddedCheckTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    private static readonly string Declaration = Repository.PathOf("examples", "sewerage-billing", "system.json");
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

    // Both projects, and what is looked at before anything is built, stand on one standard in memory.
    [Fact]
    public async Task The_pack_is_loaded_once_whatever_is_checked()
    {
        using var solution = new TemporaryFolder();
        foreach (var name in new[] { "A", "B" })
        {
            solution.Write($"{name}/{name}.csproj", Project);
            solution.Write($"{name}/Code.cs", $"class {name} {{ static void Main() {{ }} }}");
            solution.Write($"{name}/system.json", File.ReadAllText(Declaration));
        }

        solution.Write(
            "All.slnx",
            "<Solution><Project Path=\"A/A.csproj\" /><Project Path=\"B/B.csproj\" /></Solution>"
        );
        var request = new CheckRequest
        {
            Path = Path.Combine(solution.Path, "All.slnx"),
            Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
            AsOf = new LocalDate(2026, 4, 1),
            Language = MessageLanguage.English,
        };
        var given = CheckInputs.Read(request);
        var delivery = await SystemRun.RunAsync(request, given, mayStayUnbuilt: false, default);
        Assert.Equal(["A.csproj", "B.csproj"], delivery.Systems.Select(s => Path.GetFileName(s.Project)));
        Assert.All(delivery.Systems, s => Assert.NotNull(s.Pack.System));
        Assert.All(delivery.Systems, s => Assert.Same(given.Pack.Standard, s.Pack.Standard));
    }
}
