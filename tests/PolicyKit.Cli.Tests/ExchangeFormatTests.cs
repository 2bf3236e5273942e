using System.Text.Json;
using System.Xml.Linq;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class ExchangeFormatTests : IDisposable
{
    private const string SarifSchema = "schemas-external/sarif-schema-2.1.0.json";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedMaterialFact(SarifSchema)]
    public void Sarif_is_valid_against_its_schema_and_names_rule_place_and_provision()
    {
        var (exitCode, output, _) = Policykit.Run(
            "check",
            BuiltLogs.OfExample("sewerage-billing-violating"),
            "--as-of",
            "2026-04-01",
            "--format",
            "sarif"
        );
        Assert.Equal(ExitCode.Violations, exitCode);
        var schema = JsonSchema
            .Compile(JsonText.Read(File.ReadAllBytes(Path.Combine(Repository.SharedMaterial, SarifSchema))))
            .Require();
        Assert.Empty(schema.Validate(JsonText.Read(output).Root).Select(e => $"{e.Instance.Pointer} {e.Message}"));
        using var json = JsonDocument.Parse(output);
        var result = json
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Single(r =>
                r.GetProperty("message")
                    .GetProperty("text")
                    .GetString()!
                    .Contains("FtpPassword", StringComparison.Ordinal)
            );
        Assert.Equal("PK6101", result.GetProperty("ruleId").GetString());
        Assert.Contains(
            "〔基本方針 6(6) 技術的セキュリティ ・ 対策基準 6.2-04〕",
            result.GetProperty("message").GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            10,
            result
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("region")
                .GetProperty("startLine")
                .GetInt32()
        );
        foreach (var secret in new[] { "Kaw4goe", "kenshin-2025", "Gesuido", "9f3c1d7a", "bt-7Hq2" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_check_writes_every_format_and_all_name_the_same_findings()
    {
        string At(string name) => Path.Combine(_folder.Path, name);
        var (exitCode, output, _) = Policykit.Run([
            "check",
            Repository.PathOf("examples", "sewerage-billing-violating"),
            "--as-of",
            "2026-04-01",
            "--format",
            "github",
            .. new[] { "human", "json", "sarif", "junit", "github" }.SelectMany(f =>
                new[] { "--output", $"{f}={At(f)}" }
            ),
        ]);
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.Equal(output, Policykit.Portable(File.ReadAllText(At("github"))));
        using var json = JsonDocument.Parse(File.ReadAllText(At("json")));
        using var sarif = JsonDocument.Parse(File.ReadAllText(At("sarif")));
        var ids = Ids(json.RootElement.GetProperty("findings"), "rule");
        Assert.NotEmpty(ids);
        Assert.Equal(ids, Ids(sarif.RootElement.GetProperty("runs")[0].GetProperty("results"), "ruleId"));
        Assert.Equal(ids.Count, Lines(output, "::error ") + Lines(output, "::warning ") + Lines(output, "::notice "));
        Assert.Contains("不適合", File.ReadAllText(At("human")), StringComparison.Ordinal);
        Assert.NotEmpty(XDocument.Load(At("junit")).Descendants("failure"));
    }

    [Fact]
    public void An_output_without_a_format_is_refused_before_anything_is_built()
    {
        var (exitCode, _, error) = Policykit.Run("check", _folder.Path, "--output", "out.sarif");
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("`out.sarif`", error, StringComparison.Ordinal);
    }

    private static List<string> Ids(JsonElement findings, string member) =>
        findings
            .EnumerateArray()
            .Select(f => f.GetProperty(member).GetString()!)
            .Order(StringComparer.Ordinal)
            .ToList();

    private static int Lines(string text, string start) =>
        text.Split('\n').Count(line => line.StartsWith(start, StringComparison.Ordinal));

    [Fact]
    public void Junit_has_a_failure_for_each_problem_and_a_passing_case_for_none()
    {
        var bad = XDocument.Parse(
            Policykit.Run("validate", _folder.Write("s.json", "{ \"kind\": \"system\" }"), "--format", "junit").Output
        );
        Assert.Equal(bad.Descendants("testcase").Count(), bad.Descendants("failure").Count());
        Assert.True(bad.Descendants("failure").Count() > 3);
        var good = XDocument.Parse(
            Policykit
                .Run("validate", Repository.PathOf("examples", "sewerage-billing", "system.json"), "--format", "junit")
                .Output
        );
        Assert.Single(good.Descendants("testcase"));
        Assert.Empty(good.Descendants("failure"));
    }

    [Fact]
    public void Github_annotations_escape_what_the_runner_would_read_as_syntax()
    {
        var (_, output, _) = Policykit.Run(
            "validate",
            _folder.Write("a,b%.json", "{ \"kind\": \"system\", \"100%::\": 1 }"),
            "--format",
            "github"
        );
        Assert.All(
            output.TrimEnd().Split('\n'),
            line => Assert.StartsWith("::error file=", line, StringComparison.Ordinal)
        );
        Snapshot.Match(output.Replace(_folder.Path, "…", StringComparison.Ordinal));
    }
}
