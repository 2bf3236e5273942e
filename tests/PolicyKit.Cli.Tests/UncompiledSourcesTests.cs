using System.Diagnostics;
using NodaTime;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What lies in a delivery and was not compiled: no check calls that conforming without a word.</summary>
public sealed class UncompiledSourcesTests : IDisposable
{
    private const string Password = "public static class S { public const string DbPassword = \"Kaw4goe#2026\"; }";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_not_compiled_is_named_and_what_nobody_explains_weighs()
    {
        WriteDelivery();
        var outcome = await PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = _folder.Path,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                System = Repository.PathOf("examples", "sewerage-billing", "system.json"),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
        Assert.Equal(Verdict.NotJudged, outcome.Verdict);
        Assert.Equal(
            [
                "Assembly 納品物/App/plug/P.dll Listed sight.assembly",
                "Build all.slnx Listed sight.other-configuration",
                "Project 納品物/App/App.csproj Judged ",
                "Project 納品物/bin/Tool/Tool.csproj NotJudged sight.not-built",
                "Project 納品物/packages/Bill/Bill.csproj NotJudged sight.not-built",
                "Source 納品物/App/App.csproj Listed sight.not-compiled",
                "Source 納品物/App/App.csproj NotJudged sight.not-compiled-unexplained",
                "Source 納品物/App_Code NotJudged sight.no-project",
            ],
            outcome
                .Sight.Select(i => $"{i.Kind} {InFolder(i.Path)} {i.State} {i.Reason?.Key}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_folder_that_cannot_be_opened_is_known_by_name()
    {
        if (OperatingSystem.IsWindows())
            return;
        // Deeper than any path can say.
        var name = new string('x', 250);
        try
        {
            Shell($"for i in $(seq 17); do mkdir {name} && cd -P {name} || exit 1; done");
            Assert.Single(SourceProjects.Unreadable(_folder.Path));
        }
        finally
        {
            Shell($"rm -rf {name}");
        }
    }

    private void Shell(string commands)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("bash", ["-c", commands]) { WorkingDirectory = _folder.Path }
        )!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private void WriteDelivery()
    {
        _folder.Write(
            "all.slnx",
            "<Solution><Configurations><BuildType Name=\"Release\" /><BuildType Name=\"Production\" /></Configurations>"
                + "<Project Path=\"納品物/App/App.csproj\" /></Solution>"
        );
        _folder.Write(
            "納品物/App/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Compile Remove="Old/**" />
                <Compile Remove="Only.cs" Condition="'$(RunAnalyzers)' == 'false'" />
                <None Include="plug/P.dll" CopyToOutputDirectory="PreserveNewest" />
              </ItemGroup>
            </Project>
            """
        );
        _folder.Write("納品物/App/Program.cs", "public static class Program { public static void Main() { } }");
        _folder.Write("納品物/App/plug/P.dll", "");
        foreach (var file in new[] { "App/Old/S.cs", "App/Only.cs", "App_Code/S.cs" })
            _folder.Write("納品物/" + file, Password);
        foreach (var project in new[] { "packages/Bill/Bill", "bin/Tool/Tool" })
            _folder.Write($"納品物/{project}.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
    }

    private string InFolder(string path) =>
        Path.GetRelativePath(_folder.Path, Path.GetFullPath(path)).Replace('\\', '/');
}
