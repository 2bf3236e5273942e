using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>The tool, installed from the feed.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_tool_from_the_feed_checks_a_project_that_references_nothing_of_ours()
    {
        _project.WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_project.Folder, "Delivery.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>"
                + "net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>"
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Program.cs"),
            "await new HttpClient().GetStringAsync(\"https://elsewhere.example.com/\");"
        );
        File.Copy(
            Repository.PathOf("examples", "sewerage-billing", "system.json"),
            Path.Combine(_project.Folder, "system.json")
        );
        var (installed, installOutput) = _project.Dotnet(
            "tool",
            "install",
            "PolicyKit.Cli",
            "--tool-path",
            "tools",
            "--version",
            Packages.Version
        );
        Assert.True(installed == 0, installOutput);
        var (exitCode, output) = Packages.Run(
            Path.Combine(_project.Folder, "tools", "policykit"),
            _project.Folder,
            null,
            "check",
            ".",
            "--pack",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage"),
            "--as-of",
            "2026-04-01"
        );
        Assert.True(exitCode == 1, output);
        Assert.Contains(
            "error[PK3002]: 接続先 `elsewhere.example.com` が申告されていません",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("--> Program.cs:1:39", output, StringComparison.Ordinal);
        Assert.Contains(
            "根拠: 基本方針 6(3) 情報システム全体の強靱性の向上 ・ 対策基準 3-01",
            output,
            StringComparison.Ordinal
        );
    }
}
