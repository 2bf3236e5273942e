using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>Projects outside the repository that restore the packed packages, as their users do.</summary>
public sealed class OutsideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("外部 policykit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void With_the_pack_referenced_the_violating_example_fails_with_the_findings_and_citations()
    {
        CopyExample("sewerage-billing-violating");
        var (exitCode, output) = Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        foreach (
            var expected in new[]
            {
                @"MeterReadingImporter\.cs\(10,40\): error PK6101: ソースコードに認証情報が直接書かれています \(`FtpPassword`\) 〔基本方針 6\(6\)・対策基準 6\.2-04〕",
                @"Program\.cs\(16,34\): error PK3002: 接続先 `api\.mail\.example\.com` が申告されていません 〔基本方針 6\(3\)・対策基準 3-01〕",
                @"ResidentsController\.cs\(14,47\): error PK6001: エンドポイント `GET /residents/\{meterNumber\}` に認可がありません 〔基本方針 6\(6\)・対策基準 6\.2-01〕",
                @"system\.json\(10,49\): error PK0002: ",
                @"system\.json\(42,18\): error PK0003: ",
                @"waivers\.json\(\d+,\d+\): error PK0011: 例外措置 `w-2025-001` は 2026-03-31 に終了しました",
                @"waivers\.json\(\d+,\d+\): error PK0012: ",
                @"appsettings\.json\(5,21\): error PK3003: 構成ファイルの接続先 `smtp\.notice\.example\.jp` が申告されていません",
                @"appsettings\.json\(5,59\): error PK6102: 構成ファイルに認証情報が書かれています \(`Password`\)",
                @"CollectionGateway\.cs\(10,24\): error PK6204: ",
                @"CollectionGateway\.cs\(11,53\): error PK6205: どの証明書も受け入れています",
                @"CollectionGateway\.cs\(14,51\): error PK6207: ",
                @"AccountEndpoints\.cs\(8,74\): error PK6002: `POST /account/login` は認証なしで利用できますが、公開と申告されていません",
                @"AccountEndpoints\.cs\(13,87\): error PK6302: ",
                @"AccountEndpoints\.cs\(18,36\): error PK6501: ",
                @"AccountPasswords\.cs\(8,73\): error PK6103: ",
                @"ReadingArchive\.cs\(7,12\): error PK9001: ",
                @"ReadingArchive\.cs\(14,16\): error PK6203: ",
                @"CollectionSigner\.cs\(10,35\): error PK6202: ",
                @"MeterReadingImporter\.cs\(18,26\): error PK6206: ",
                @"Program\.cs\(22,87\): error PK6301: ",
                @"error PK0005: ",
                @"error PK0001: ",
            }
        )
            Assert.Matches(expected, output);
        foreach (var secret in new[] { "Kaw4goe", "kenshin-2025", "Gesuido", "9f3c1d7a", "bt-7Hq2", "Tokusoku" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NU1603", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_the_pack_referenced_the_conforming_example_builds_clean_and_leaves_the_proof(bool aheadOfTime)
    {
        CopyExample("sewerage-billing");
        var (exitCode, output) = Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:ErrorLog=log.sarif%2cversion=2.1",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:PolicyKitAheadOfTime=" + (aheadOfTime ? "" : "false"),
            "-warnaserror",
            "-t:Build",
            "-getItem:Analyzer"
        );
        Assert.True(exitCode == 0, output);
        // What the package has compiled ahead of time for this machine is taken whole, or nothing of it.
        var machine =
            aheadOfTime && RuntimeInformation.RuntimeIdentifier is "linux-x64" or "win-x64"
                ? $"/tools/aheadoftime/{RuntimeInformation.RuntimeIdentifier}/"
                : "/analyzers/dotnet/cs/";
        var analyzers = Regex
            .Matches(
                Regex.Unescape(output).Replace('\\', '/'),
                "\"FullPath\": \"(?<path>.*/policykit\\.analyzers/.*)\""
            )
            .Select(m => m.Groups["path"].Value)
            .ToList();
        Assert.Equal(6, analyzers.Count);
        Assert.All(analyzers, path => Assert.Contains(machine, path, StringComparison.Ordinal));
        Assert.All(analyzers, path => Assert.True(File.Exists(path), path));
        var log = File.ReadAllText(Path.Combine(_folder, "log.sarif"));
        Assert.Contains("\"PK0000\"", log, StringComparison.Ordinal);
        Assert.Contains("評価日 2026-04-01", Regex.Unescape(log), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_policy_is_PK0002_at_its_places_in_the_build()
    {
        CopyExample("sewerage-billing");
        var policy = File.ReadAllText(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"));
        File.WriteAllText(
            Path.Combine(_folder, "方針.json"),
            policy
                .Replace("\"title\": \"情報", "\"titel\": \"情報", StringComparison.Ordinal)
                .Replace("\"date\": \"2026-04-01\"", "\"date\": \"2026-04-31\"", StringComparison.Ordinal)
                .Replace("\"confirmed\": false", "\"confirmed\": \"no\"", StringComparison.Ordinal)
                .Replace("\"citationStyle\": \"outline\"", "\"citationStyle\": \"free\"", StringComparison.Ordinal)
                .Replace("\"id\": \"purpose\"", "\"id\": \"目的\"", StringComparison.Ordinal)
        );
        File.WriteAllText(
            Path.Combine(_folder, "Directory.Build.targets"),
            """
            <Project>
              <ItemGroup>
                <AdditionalFiles Include="方針.json" PolicyKitRole="policy" />
              </ItemGroup>
              <Target Name="UseAnotherPolicy" BeforeTargets="BeforeCompile;GenerateMSBuildEditorConfigFileShouldRun">
                <ItemGroup><AdditionalFiles Remove="@(AdditionalFiles)" Condition="'%(Filename)' == 'policy'" /></ItemGroup>
              </Target>
            </Project>
            """
        );
        var (exitCode, output) = Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        foreach (var place in new[] { "5,3", "12,13", "19,20", "22,20", "26,13" })
            Assert.Contains($"方針.json({place}): error PK0002", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:NoWarn=PK6101%3BPK3002%3BPK6001")]
    [InlineData("-p:TreatWarningsAsErrors=false")]
    [InlineData("-p:WarningLevel=0")]
    [InlineData("-p:DiscoverEditorConfigFiles=false")]
    public void Nothing_on_the_command_line_silences_the_rules(string argument)
    {
        CopyExample("sewerage-billing-violating");
        File.WriteAllText(
            Path.Combine(_folder, ".editorconfig"),
            "root = true\n[*]\ndotnet_diagnostic.PK6101.severity = none\ndotnet_analyzer_diagnostic.severity = none\n[*.cs]\ngenerated_code = true\n"
        );
        File.WriteAllText(
            Path.Combine(_folder, "GlobalSuppressions.cs"),
            "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"PK6101\", Justification = \"no\")]"
        );
        var (exitCode, output) = Dotnet("build", "SewerageBillingViolating.csproj", "-nodeReuse:false", argument);
        Assert.NotEqual(0, exitCode);
        Assert.Matches("MeterReadingImporter\\.cs\\(10,40\\): error PK6101", output);
    }

    [Fact]
    public void Hiding_the_pack_from_the_compiler_fails_the_build()
    {
        CopyExample("sewerage-billing");
        var (exitCode, output) = Dotnet("build", "-nodeReuse:false", "-p:GenerateMSBuildEditorConfigFile=false");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PK0001", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pack_raises_the_rules_of_other_analyzers_that_the_standard_cites()
    {
        CopyExample("sewerage-billing");
        File.WriteAllText(
            Path.Combine(_folder, "Weak.cs"),
            "public static class Weak { public static object? Of(System.IO.Stream data) => new System.Xml.Serialization.XmlSerializer(typeof(int)).Deserialize(data); public static byte[] Old(byte[] data) => System.Security.Cryptography.MD5.HashData(data); }"
        );
        var (exitCode, output) = Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CA5369", output, StringComparison.Ordinal);
        // Said once: PK6201 stands in for the rule of the SDK.
        Assert.Contains("error PK6201", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CA5351", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_standard_cites_as_a_warning_is_switched_on_as_one_and_the_costly_rules_in_the_nightly_profile()
    {
        CopyExample("sewerage-billing");
        File.WriteAllText(
            Path.Combine(_folder, "Flow.cs"),
            """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            [Authorize, ApiController]
            public class FlowController : ControllerBase
            {
                [HttpGet("/flow")] public string Flow(string path) => System.IO.File.ReadAllText(path);
                public static System.Net.Http.HttpClient Client() => new System.Net.Http.HttpClient(new System.Net.Http.HttpClientHandler());
            }
            """
        );
        var (exitCode, output) = Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false"
        );
        Assert.True(exitCode == 0, output);
        Assert.Contains("Flow.cs(7,58): warning CA5399", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CA3003", output, StringComparison.Ordinal);
        (exitCode, output) = Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false",
            "-p:PolicyKitProfile=nightly"
        );
        Assert.True(exitCode == 0, output);
        Assert.Contains("Flow.cs(6,59): warning CA3003", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_audit_of_packages_said_when_restoring_fails_the_build_as_the_standard_cites_it()
    {
        CopyExample("sewerage-billing");
        var (exitCode, output) = Dotnet("restore", "-nodeReuse:false");
        Assert.True(exitCode == 0, output);
        // As a restore leaves it that knows of vulnerabilities (no source of this machine does).
        var assets = Path.Combine(_folder, "obj", "project.assets.json");
        static string Log(string code) =>
            $$"""{ "code": "{{code}}", "level": "Warning", "warningLevel": 1, "message": "Package 'Sample.Package' 1.0.0 has a known vulnerability ({{code}})", "libraryId": "Sample.Package", "targetGraphs": ["net10.0"] }""";
        File.WriteAllText(
            assets,
            File.ReadAllText(assets).TrimEnd()[..^1] + $$""", "logs": [{{Log("NU1901")}}, {{Log("NU1903")}}] }"""
        );
        (exitCode, output) = Dotnet(
            "build",
            "--no-restore",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false"
        );
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NU1903", output, StringComparison.Ordinal);
        Assert.Contains("warning NU1901", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_from_the_feed_checks_a_project_that_references_nothing_of_ours()
    {
        WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_folder, "Delivery.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>"
        );
        File.WriteAllText(
            Path.Combine(_folder, "Program.cs"),
            "await new HttpClient().GetStringAsync(\"https://elsewhere.example.com/\");"
        );
        File.Copy(
            Repository.PathOf("examples", "sewerage-billing", "system.json"),
            Path.Combine(_folder, "system.json")
        );
        var (installed, installOutput) = Dotnet(
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
            Path.Combine(_folder, "tools", "policykit"),
            _folder,
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

    [Fact]
    public void The_libraries_restore_and_their_readme_examples_run()
    {
        WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_folder, "Reader.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PolicyKit" Version="{Packages.Version}" />
                <PackageReference Include="PolicyKit.Documents" Version="{Packages.Version}" />
                <PackageReference Include="PolicyKit.Annotations" Version="{Packages.Version}" />
              </ItemGroup>
            </Project>
            """
        );
        File.Copy(
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"),
            Path.Combine(_folder, "policy.json")
        );
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), Example("src/PolicyKit/README.md") + "\n");
        File.WriteAllText(
            Path.Combine(_folder, "Json.cs"),
            "namespace JsonExample; static class P { public static void Run() {\n"
                + Regex.Replace(Example("src/PolicyKit.Json/README.md"), "using .*;\n", "")
                + "\n} }"
        );
        File.WriteAllText(
            Path.Combine(_folder, "Schema.cs"),
            "namespace SchemaExample; static class P { public static void Run() {\n"
                + Regex.Replace(Example("src/PolicyKit.Json/README.md", 1), "using .*;\n", "")
                + "\n} }"
        );
        File.WriteAllText(
            Path.Combine(_folder, "Usings.cs"),
            "global using PolicyKit.Json; global using PolicyKit.Json.Schemas;"
        );
        File.WriteAllText(
            Path.Combine(_folder, "Annotated.cs"),
            "namespace Annotated;\n" + Example("src/PolicyKit.Annotations/README.md")
        );
        File.AppendAllText(
            Path.Combine(_folder, "Program.cs"),
            "JsonExample.P.Run();\nSchemaExample.P.Run();\nConsole.WriteLine(PolicyKit.Documents.PolicyDocument.Render(result.Value!, PolicyKit.Documents.DocumentFormat.PlainText).Length > 1000);\n"
        );
        var (exitCode, output) = Dotnet("run");
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["6(6)", "/host = bank.example.jp at 1:11", "1:1 必須の項目 `host` がありません", "True"],
            output.ReplaceLineEndings("\n").Trim().Split('\n').TakeLast(4)
        );
    }

    private static string Example(string readme, int index = 0) =>
        Regex
            .Matches(
                File.ReadAllText(Repository.PathOf(readme)),
                "```csharp\n(?<code>.*?)\n```",
                RegexOptions.Singleline
            )[index]
            .Groups["code"]
            .Value;

    private void CopyExample(string name)
    {
        var source = Repository.PathOf("examples", name);
        foreach (
            var file in Directory
                .EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Where(f => !Regex.IsMatch(f, "/(bin|obj)/"))
        )
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_folder, "Directory.Build.props"),
            $"""
            <Project>
              <Import Project="{Repository.PathOf("examples", "Directory.Build.props")}" />
              <ItemGroup><PackageReference Include="PolicyKit.Packs.MohSewerage" /><PackageReference Include="PolicyKit.Annotations" /></ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            Path.Combine(_folder, "Directory.Packages.props"),
            File.ReadAllText(Repository.PathOf("Directory.Packages.props"))
                .Replace(
                    "</Project>",
                    $"<ItemGroup><PackageVersion Include=\"PolicyKit.Packs.MohSewerage\" Version=\"{Packages.Version}\" /><PackageVersion Include=\"PolicyKit.Annotations\" Version=\"{Packages.Version}\" /></ItemGroup></Project>",
                    StringComparison.Ordinal
                )
        );
    }

    // Packages of other people come from where this machine has them; ours come from the feed and stay in this folder.
    private void WriteConfiguration()
    {
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(
            Path.Combine(_folder, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="feed" value="{Packages.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """
        );
    }

    private (int ExitCode, string Output) Dotnet(params string[] arguments) =>
        Packages.Dotnet(_folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = "" }, arguments);
}
