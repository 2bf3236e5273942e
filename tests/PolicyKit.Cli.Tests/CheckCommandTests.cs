using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

/// <summary>These build real projects.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");

    // A project without a finding of ours, which every format is shown for.
    private static readonly Lazy<(TemporaryFolder Folder, string Log)> Plain = new(() =>
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        folder.WriteProject("Console.WriteLine(1);");
        return (folder, BuiltLogs.Build(folder.Path));
    });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shows_every_rule_on_the_violating_example()
    {
        var (exitCode, output, _) = Examples.Violating.Value;
        Assert.Equal(ExitCode.Violations, exitCode);
        foreach (
            var rule in new[]
            {
                "PK0001",
                "PK0002",
                "PK0003",
                "PK0005",
                "PK0006",
                "PK0011",
                "PK0012",
                "PK1001",
                "PK2004",
                "PK2005",
                "PK2006",
                "PK2007",
                "PK3001",
                "PK3002",
                "PK3003",
                "PK3004",
                "PK6001",
                "PK6002",
                "PK6101",
                "PK6102",
                "PK6103",
                "PK6201",
                "PK6202",
                "PK6203",
                "PK6204",
                "PK6205",
                "PK6206",
                "PK6207",
                "PK6301",
                "PK6302",
                "PK6303",
                "PK6501",
                "PK6502",
                "PK8001",
                "PK8002",
                "PK8004",
                "PK9001",
            }
        )
            Assert.Contains($"error[{rule}]", output, StringComparison.Ordinal);
        foreach (var secret in new[] { "Kaw4goe", "kenshin-2025", "Gesuido", "9f3c1d7a", "bt-7Hq2", "Tokusoku" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Snapshot.Match(output);
    }

    [Fact]
    public void Finds_nothing_on_the_conforming_example_and_says_what_it_evaluated()
    {
        var (exitCode, output, _) = Policykit.Run(
            "check",
            Repository.PathOf("examples", "sewerage-billing"),
            "--as-of",
            "2026-04-01",
            "--lang",
            "en"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Snapshot.Match(output);
    }

    [Fact]
    public void Writes_json_that_names_rule_place_and_provision()
    {
        var (exitCode, output, _) = Policykit.Run(
            "check",
            BuiltLogs.OfExample("sewerage-billing-violating"),
            "--as-of",
            "2026-04-01",
            "--format",
            "json"
        );
        Assert.Equal(ExitCode.Violations, exitCode);
        using var json = JsonDocument.Parse(output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        var finding = findings.Single(f =>
            f.GetProperty("message").GetString()!.Contains("FtpPassword", StringComparison.Ordinal)
        );
        Assert.Equal("PK6101", finding.GetProperty("rule").GetString());
        Assert.Equal(
            "examples/sewerage-billing-violating/Services/MeterReadingImporter.cs",
            finding.GetProperty("location").GetProperty("file").GetString()
        );
        Assert.Equal(
            "基本方針 6(6) 技術的セキュリティ ・ 対策基準 6.2-04",
            finding.GetProperty("citation").GetString()
        );
        Assert.Equal("technical.credentials", finding.GetProperty("controls")[0].GetString());
        Assert.Equal(findings.Count, findings.Select(f => f.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.DoesNotContain("kenshin-2025", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_a_project_that_references_nothing_of_ours_in_a_Japanese_folder_with_crlf_and_byte_order_marks()
    {
        _folder.WriteProject(
            "var http = new HttpClient();\nawait http.GetStringAsync(\"https://ｘ.example.com/\");\nawait "
                + "http.GetStringAsync(\"https://sub.example.com/\"); // 接続\n",
            crlfAndMark: true
        );
        var (exitCode, output, error) = Policykit.Run("check", _folder.Path, "--pack", Pack);
        Assert.Equal("", error);
        Assert.Contains("Program.cs:3:27", output, StringComparison.Ordinal);
        Assert.Contains("`sub.example.com`", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Violations, exitCode);
    }

    [Fact]
    public void Reads_the_configuration_files_of_a_project_that_references_nothing_of_ours()
    {
        _folder.WriteProject("Console.WriteLine(1);");
        _folder.Write(
            "appsettings.json",
            "{\n  // 送信\n  \"Mail\": { \"Host\": \"smtp.notice.example.jp\", \"Password\": \"Tokusoku-88\" },\n}\n",
            crlfAndMark: true
        );
        _folder.Write("Properties/launchSettings.json", "{ \"ApiKey\": \"9f3c1d7a2b8e4f60\" }");
        var (exitCode, output, _) = Policykit.Run("check", _folder.Path, "--pack", Pack, "--as-of", "2026-04-01");
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.Contains("appsettings.json:3:21", output, StringComparison.Ordinal);
        Assert.Contains("appsettings.json:3:59", output, StringComparison.Ordinal);
        Assert.Contains("launchSettings.json:1:13", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tokusoku", output, StringComparison.Ordinal);
        Assert.DoesNotContain("9f3c1d7a", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_binary_log_without_building_and_believes_nothing_the_project_says()
    {
        _folder.WriteProject(
            "#pragma warning disable\n[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", "
                + "\"PK6101\")]\nclass C { const string DbPassword = \"Kaw4goe#2026\"; static void Main() { } }",
            "<PropertyGroup><NoWarn>$(NoWarn);PK6101</NoWarn><RunAnalyzers>false</RunAnalyzers></PropertyGroup>"
        );
        _folder.Write(
            ".editorconfig",
            "root = true\n[*.cs]\ndotnet_diagnostic.PK6101.severity = none\ngenerated_code = true\n"
        );
        var log = Path.Combine(_folder.Path, "delivery.binlog");
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", _folder.Path, "-bl:" + log, "-v:q", "-nodeReuse:false"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
        var (exitCode, output, _) = Policykit.Run("check", log, "--pack", Pack);
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.Contains("error[PK6101]", output, StringComparison.Ordinal);
        Assert.Contains("********", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human", "error[CA5369]: XmlSerializer")]
    [InlineData("sarif", "\"ruleId\": \"CA5369\"")]
    [InlineData("junit", "CA5369")]
    [InlineData("github", "title=CA5369")]
    [InlineData("json", "\"rule\": \"CA5369\"")]
    public void Cites_what_other_tools_found_by_the_standard_and_leaves_out_what_it_does_not_cite(
        string format,
        string expected
    )
    {
        var program = Path.Combine(Plain.Value.Folder.Path, "Program.cs");
        string Result(string rule, string message) =>
            $$"""{ "ruleId": "{{rule}}", "level": "note", "message": { "text": "{{message}}" }, "locations": """
            + $$"""[{ "physicalLocation": { "artifactLocation": """
            + $$"""{ "uri": "{{new Uri(program)}}" }, "region": { "startLine": """
            + $$"""1, "startColumn": 9, "endLine": 1, "endColumn": 18 } } }] }""";
        var log = _folder.Write(
            "log.sarif",
            $$"""{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "a" } }, "results": """
                + $$"""[{{Result("CA5369", "XmlSerializer reads what it is given")}}, """
                + $$"""{{Result("CA1822", "make it static")}}, {{Result("PK6101", "believed by nobody")}}] }] }"""
        );
        var (exitCode, output, error) = Policykit.Run(
            "check",
            Plain.Value.Log,
            "--pack",
            Pack,
            "--sarif",
            log,
            "--as-of",
            "2026-04-01",
            "--format",
            format
        );
        Assert.True(exitCode == ExitCode.Violations, output + error);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("対策基準 6.5-02", output, StringComparison.Ordinal);
        Assert.Contains("Program.cs", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CA1822", output, StringComparison.Ordinal);
        Assert.DoesNotContain("believed by nobody", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cites_what_the_audit_of_packages_says_and_a_waiver_covers_it()
    {
        _folder.WriteProject(
            "Console.WriteLine(1);",
            "<PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup><Target "
                + "Name=\"AsAnAudit\" BeforeTargets=\"CoreCompile\"><Warning Code=\"NU1904\" Text=\"Package "
                + "'Sample.Package' 1.0.0 has a known critical severity vulnerability\" /><Warning "
                + "Code=\"NU1901\" Text=\"Package 'Other.Package' 2.0.0 has a known low severity vulnerability\" "
                + "/></Target>"
        );
        var log = BuiltLogs.Build(_folder.Path);
        var (exitCode, output, error) = Policykit.Run("check", log, "--pack", Pack, "--as-of", "2026-04-01");
        Assert.True(exitCode == ExitCode.Violations, output + error);
        Assert.Contains(
            "error[NU1904]: Package 'Sample.Package' 1.0.0 has a known critical severity vulnerability",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("warning[NU1901]", output, StringComparison.Ordinal);
        Assert.Contains("対策基準 6.6-03", output, StringComparison.Ordinal);
        _folder.Write(
            "waivers.json",
            """
            { "kind": "waivers", "id": "sample.waivers", "waivers": [{ "id": "w-1", "rule": "NU1904", "scope": {
              "path": "**" }, "reason": "修正版がない", "compensatingMeasure": "外部から届かない", "applicant": "業務課長",
              "approver": "管理者", "decidedOn": "2026-03-01", "validFrom": "2026-03-01", "expires": "2026-09-30",
              "reviewOn": "2026-06-01" }] }
            """
        );
        (_, output, error) = Policykit.Run(
            "check",
            log,
            "--pack",
            Pack,
            "--waivers",
            Path.Combine(_folder.Path, "waivers.json"),
            "--as-of",
            "2026-04-01"
        );
        Assert.DoesNotContain("error[NU1904]", output + error, StringComparison.Ordinal);
        Assert.Contains("w-1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_the_generators_of_the_project_and_reports_one_that_fails()
    {
        GeneratorAssembly.Write(Path.Combine(_folder.Path, "gen.dll"));
        _folder.WriteProject(
            "Console.WriteLine(1);",
            "<ItemGroup><Analyzer Include=\"gen.dll\" /></ItemGroup><PropertyGroup><NoWarn>$(NoWarn);CS8785</NoWarn></PropertyGroup>"
        );
        var (exitCode, output, _) = Policykit.Run("check", _folder.Path, "--pack", Pack);
        Assert.Contains("`GeneratedPassword`", output);
        Assert.DoesNotContain("Kaw4goe#2026", output, StringComparison.Ordinal);
        Assert.Contains("FailingGenerator", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
    }

    [Fact]
    public void Names_the_right_project_and_cites_by_its_pack_whatever_the_order_of_the_projects()
    {
        _folder.Write(
            "Directory.Build.props",
            $"<Project><ItemGroup Condition=\"'$(MSBuildProjectName)' != 'A'\"><AdditionalFiles "
                + $"Include=\"{Pack}/*.json\" PolicyKitRole=\"pack\" /><CompilerVisibleItemMetadata "
                + $"Include=\"AdditionalFiles\" MetadataName=\"PolicyKitRole\" /></ItemGroup></Project>"
        );
        foreach (var name in new[] { "A", "B", "C" })
        {
            _folder.Write(
                $"{name}/{name}.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"
            );
            _folder.Write($"{name}/{name}.cs", "class X { const string DbPassword = \"Kaw4goe#2026\"; }");
        }

        _folder.Write(
            "all.slnx",
            "<Solution><Project Path=\"A/A.csproj\" /><Project Path=\"B/B.csproj\" /><Project Path=\"C/C.csproj\" /></Solution>"
        );
        var (exitCode, output, _) = Policykit.Run("check", _folder.Path);
        Assert.Equal(ExitCode.Violations, exitCode);
        foreach (var (rule, project) in new[] { ("PK0001", "A"), ("PK0005", "B"), ("PK0005", "C") })
            Assert.Matches($"error\\[{rule}\\]: [^\n]*\n --> [^\n]*/{project}/{project}\\.csproj\n", output);
        Assert.Equal(2, output.Split("根拠: 基本方針 6(6) 技術的セキュリティ ・ 対策基準 6.2-04").Length - 1);
        // A rule that ran on several projects is one rule.
        var evaluated = Regex.Match(output, "評価した規則 ([0-9]+) 件: ([^\n]+)");
        var rules = evaluated.Groups[2].Value.Split(", ");
        Assert.Contains("PK6101", rules);
        Assert.Equal(evaluated.Groups[1].Value, $"{rules.Distinct(StringComparer.Ordinal).Count()}");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("class PersonalDataAttribute : Attribute; class R { [PersonalData] public string Name = \"\"; }", true)]
    public void Rules_about_classified_values_ran_only_where_something_is_classified(string code, bool ran)
    {
        _folder.WriteProject("Console.WriteLine(1);\n" + code);
        var (_, output, _) = Policykit.Run("check", _folder.Path, "--pack", Pack, "--as-of", "2026-04-01");
        var rules = Regex.Match(output, "評価した規則 [0-9]+ 件: ([^\n]+)").Groups[1].Value.Split(", ");
        Assert.Contains("PK2001", rules);
        Assert.Equal(ran, rules.Contains("PK2002"));
    }

    [Fact]
    public void Says_that_the_build_fails_and_what_the_compiler_said()
    {
        _folder.WriteProject("Console.WriteLin(1);");
        var (exitCode, _, error) = Policykit.Run("check", _folder.Path, "--pack", Pack);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("ビルドに失敗しました", error, StringComparison.Ordinal);
        Assert.Contains("CS0117", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Builds_the_default_of_a_solution_without_release_and_says_so()
    {
        _folder.Write(
            "Old.slnx",
            "<Solution><Configurations><BuildType Name=\"Debug\" /></Configurations><Project Path=\"Delivery.csproj\" /></Solution>"
        );
        _folder.WriteProject("Console.WriteLine(1);");
        var (_, output, error) = Policykit.Run("check", _folder.Path, "--pack", Pack, "--as-of", "2026-04-01");
        Assert.Equal("", error);
        Assert.Contains(
            "ソリューションに構成 Release がないため、既定の構成をビルドしました",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("構成 Debug", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_pack()
    {
        var (exitCode, _, error) = Policykit.Run("check", Plain.Value.Log);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("--pack", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_declaration_is_an_unreadable_deliverable()
    {
        var declaration = _folder.Write("broken.json", "{ \"kind\": \"system\", }");
        var (exitCode, output, _) = Policykit.Run("check", Plain.Value.Log, "--pack", Pack, "--system", declaration);
        Assert.Contains("最後の要素の後にコンマがあります", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
    }

    [Fact]
    public void A_broken_policy_is_said_before_anything_is_built_with_all_five_mistakes()
    {
        var policy = File.ReadAllText(Path.Combine(Pack, "policy.json"))
            .Replace("\"title\": \"情報", "\"titel\": \"情報", StringComparison.Ordinal)
            .Replace("\"date\": \"2026-04-01\"", "\"date\": \"2026-04-31\"", StringComparison.Ordinal)
            .Replace("\"confirmed\": false", "\"confirmed\": \"no\"", StringComparison.Ordinal)
            .Replace("\"citationStyle\": \"outline\"", "\"citationStyle\": \"free\"", StringComparison.Ordinal)
            .Replace("\"id\": \"purpose\"", "\"id\": \"目的\"", StringComparison.Ordinal);
        var file = _folder.Write("pack/policy.json", policy);
        _folder.WriteProject("this does not compile");
        var (exitCode, _, error) = Policykit.Run("check", _folder.Path, "--pack", Path.Combine(_folder.Path, "pack"));
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        foreach (var place in new[] { ":5:3", ":12:13", ":19:20", ":22:20", ":26:13" })
            Assert.Contains(file + place, error, StringComparison.Ordinal);
        Assert.Equal(5, error.Split("error[").Length - 1);
    }
}
