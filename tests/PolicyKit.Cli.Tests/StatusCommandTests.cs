using System.Text.Json;
using NodaTime;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;
using PolicyKit.Waivers;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class StatusCommandTests : IDisposable
{
    private static readonly string Example = Repository.PathOf("examples", "sewerage-billing");
    private static readonly string Other = Repository.PathOf("examples", "pack-of-another-body");
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The three differ exactly as the calendar says: see CalendarCommandTests.
    [Theory]
    [InlineData("2026-04-01", 0)]
    [InlineData("2027-03-31", 1)]
    [InlineData("2027-04-01", 1)]
    public void Shows_the_state_of_every_provision_on_a_day(string asOf, int exitCode)
    {
        var status = Policykit.Run("status", BuiltLogs.OfExample("sewerage-billing"), "--as-of", asOf);
        Assert.Equal((exitCode, ""), (status.ExitCode, status.Error));
        Snapshot.Match(status.Output, SnapshotNameExtension.Create(asOf));
    }

    [Theory]
    [InlineData("6(4)")]
    [InlineData("６（４）")]
    [InlineData("measures.physical")]
    public void Traces_a_provision_by_its_number_or_its_id(string subject)
    {
        var (exitCode, output, _) = Policykit.Run(
            "status",
            Example,
            "--as-of",
            "2027-03-31",
            "--no-build",
            "--pack",
            Pack,
            "--evidence",
            Path.Combine(Example, "evidence.json"),
            "--waivers",
            Path.Combine(Example, "waivers.json"),
            "--trace",
            subject
        );
        Assert.Equal(ExitCode.Violations, exitCode);
        Snapshot.Match(output, "StatusCommandTests.Traces_a_provision");
    }

    [Fact]
    public void Every_line_of_the_tree_can_be_traced()
    {
        var (_, tree, _) = Policykit.Run(
            "status",
            Example,
            "--as-of",
            "2027-04-01",
            "--no-build",
            "--pack",
            Pack,
            "--evidence",
            Path.Combine(Example, "evidence.json"),
            "--waivers",
            Path.Combine(Example, "waivers.json"),
            "--format",
            "json"
        );
        using var json = JsonDocument.Parse(tree);
        var controls = json.RootElement.GetProperty("systems")[0].GetProperty("controls").EnumerateArray().ToList();
        foreach (
            var control in controls.Where(c =>
                c.GetProperty("state").GetString() is "overdue" or "waived" or "violated"
            )
        )
        {
            var number = control.GetProperty("number").GetString()!;
            var (_, trace, _) = Policykit.Run(
                "status",
                Example,
                "--as-of",
                "2027-04-01",
                "--no-build",
                "--pack",
                Pack,
                "--evidence",
                Path.Combine(Example, "evidence.json"),
                "--waivers",
                Path.Combine(Example, "waivers.json"),
                "--trace",
                number
            );
            Assert.Contains($"対策基準 {number} ", trace, StringComparison.Ordinal);
            Assert.All(
                control
                    .GetProperty("checks")
                    .EnumerateArray()
                    .SelectMany(c => c.GetProperty("reasons").EnumerateArray()),
                r => Assert.Contains(r.GetProperty("message").GetString()!, trace, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_second_body_needs_no_code()
    {
        var (exitCode, output, error) = Policykit.Run("status", Other, "--as-of", "2026-12-01");
        Assert.Equal((ExitCode.Violations, ""), (exitCode, error));
        Snapshot.Match(output);
    }

    [Fact]
    public void Speaks_English_when_asked() =>
        Assert.Contains(
            "Violated              ",
            Policykit.Run("status", Other, "--as-of", "2026-12-01", "--lang", "en").Output,
            StringComparison.Ordinal
        );

    [Fact]
    public void Says_what_is_not_there()
    {
        Assert.Equal(
            ExitCode.Usage,
            Policykit.Run("status", Other, "--as-of", "2026-12-01", "--trace", "第99条").ExitCode
        );
        Assert.Equal(
            ExitCode.Usage,
            Policykit.Run("status", Other, "--as-of", "2026-12-01", "--trace", "purpose").ExitCode
        );
        Assert.Equal(ExitCode.Usage, Policykit.Run("status", _folder.Path).ExitCode);
        _folder.Write("system.json", File.ReadAllText(Path.Combine(Example, "system.json")));
        Assert.Contains(
            "基本方針パックがありません",
            Policykit.Run("status", _folder.Path).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_pack_that_is_wrong_is_said_and_nothing_is_judged()
    {
        foreach (var file in Directory.GetFiles(Other, "*.json"))
            _folder.Write(Path.GetFileName(file), File.ReadAllText(file));
        _folder.Write(
            "standard.json",
            File.ReadAllText(Path.Combine(Other, "standard.json"))
                .Replace("\"value\": 36", "\"value\": 1", StringComparison.Ordinal)
        );
        var (exitCode, output, error) = Policykit.Run("status", _folder.Path, "--as-of", "2026-12-01");
        Assert.Equal((ExitCode.InvalidPolicy, ""), (exitCode, output));
        Assert.Contains("tailoring.loosens-without-reason", error, StringComparison.Ordinal);
        // The overlay was made for another text.
        Assert.Contains("tailoring.other-hash", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_results_of_other_tools_from_their_logs()
    {
        var log = _folder.Write(
            "log.sarif",
            """
            { "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "a", "rules": [{ "id": "CA3061" }, {
              "id": "CA3075" }, { "id": "CA3076" }, { "id": "CA3077", "defaultConfiguration": { "enabled": false }
              }] } },
              "results": [{ "ruleId": "CA3075", "level": "warning", "message": { "text": "DTD" }, "suppressions":
                [{ "kind": "inSource" }], "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "A.cs"
                }, "region": { "startLine": 3 } } }] }] }] }
            """
        );
        var (_, output, _) = Policykit.Run(
            "status",
            Other,
            "--as-of",
            "2026-12-01",
            "--trace",
            "6.5-02",
            "--sarif",
            log
        );
        Assert.Contains("規則 CA3061 を実行し、指摘はありませんでした", output, StringComparison.Ordinal);
        Assert.Contains("A.cs:3:1: DTD", output, StringComparison.Ordinal);
        Assert.Contains("規則 CA3077 は実行されていません", output, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Usage,
            Policykit.Run("status", Other, "--sarif", _folder.Write("no.sarif", "[]")).ExitCode
        );
    }

    [Fact]
    public void Compiler_command_line_and_report_agree_on_every_day_around_the_end_of_a_waiver()
    {
        _folder.WriteProject("class C { const string DbPassword = \"Kaw4goe#2026\"; static void Main() { } }");
        var register = _folder.Write(
            "waivers.json",
            """
            { "kind": "waivers", "id": "a", "waivers": [{ "id": "w-1", "rule": "PK6101", "scope": { "system":
              "sewerage-billing", "path": "Program.cs" }, "reason": "a", "compensatingMeasure": "b", "applicant":
              "業務課長", "approver": "最高情報セキュリティ責任者",
              "decidedOn": "2026-04-02", "validFrom": "2026-04-02", "expires": "2026-09-30", "reviewOn": "2026-09-01" }] }
            """
        );
        var log = Path.Combine(_folder.Path, "delivery.binlog");
        using var build = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(
                "dotnet",
                ["build", _folder.Path, "-bl:" + log, "-v:q", "-nodeReuse:false"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        var standard = StandardResolver
            .Resolve(
                StandardSerializer.Read(
                    SourceDocument.FromBytes("standard.json", File.ReadAllBytes(Path.Combine(Pack, "standard.json")))
                ),
                [MunicipalBaseline.Read()]
            )
            .Value!;
        var waivers = WaiverSerializer
            .Read(SourceDocument.FromBytes("waivers.json", File.ReadAllBytes(register)))
            .Value!;
        foreach (
            var utc in new[]
            {
                "2026-04-01T14:59:59Z",
                "2026-04-01T15:00:00Z",
                "2026-09-29T15:00:00Z",
                "2026-09-30T14:59:59Z",
                "2026-09-30T15:00:00Z",
                "2026-10-01T00:00:00Z",
            }
        )
        {
            var day = WaiverEvaluator.DateOf(NodaTime.Text.InstantPattern.General.Parse(utc).Value);
            var covered = day >= new LocalDate(2026, 4, 2) && day <= new LocalDate(2026, 9, 30);
            Assert.Equal(
                covered,
                new WaiverEvaluator(waivers, standard, day).Covering(
                    RuleId.Parse("PK6101"),
                    standard.ControlsOf(RuleId.Parse("PK6101")),
                    SystemId.Parse("sewerage-billing"),
                    "Program.cs",
                    () => null
                )
                    is not null
            );
            var asOf = day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            // `check` runs the compiler's own rules, with the same date and files.
            using var check = JsonDocument.Parse(
                Policykit
                    .Run("check", log, "--pack", Pack, "--waivers", register, "--as-of", asOf, "--format", "json")
                    .Output
            );
            var finding = check
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Single(f => f.GetProperty("rule").GetString() == "PK6101");
            Assert.Equal(covered ? "information" : "error", finding.GetProperty("severity").GetString());
            Assert.Equal(covered, finding.TryGetProperty("waiver", out _));
            using var status = JsonDocument.Parse(
                Policykit
                    .Run("status", log, "--pack", Pack, "--waivers", register, "--as-of", asOf, "--format", "json")
                    .Output
            );
            var control = status
                .RootElement.GetProperty("systems")[0]
                .GetProperty("controls")
                .EnumerateArray()
                .Single(c => c.GetProperty("id").GetString() == "technical.credentials");
            Assert.Equal(
                (covered ? "waived" : "violated", "violated"),
                (control.GetProperty("state").GetString(), control.GetProperty("asFound").GetString())
            );
        }
    }

    [Fact]
    public void A_register_in_the_project_s_hands_counts_for_nothing_beside_the_body_s_pack()
    {
        _folder.WriteProject("class C { const string DbPassword = \"Kaw4goe#2026\"; static void Main() { } }");
        _folder.Write(
            "waivers.json",
            """
            { "kind": "waivers", "id": "a", "waivers": [{ "id": "w-1", "rule": "PK6101", "scope": { "system":
              "sewerage-billing" }, "reason": "a", "compensatingMeasure": "b", "applicant": "業務課長", "approver":
              "最高情報セキュリティ責任者",
              "decidedOn": "2026-04-02", "validFrom": "2026-04-02", "expires": "2026-09-30", "reviewOn": "2026-09-01" }] }
            """
        );
        Assert.Contains(
            "error[PK6101]",
            Policykit.Run("check", _folder.Path, "--pack", Pack, "--as-of", "2026-05-01").Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "w-1",
            Policykit
                .Run("status", _folder.Path, "--pack", Pack, "--no-build", "--as-of", "2026-05-01", "--format", "json")
                .Output,
            StringComparison.Ordinal
        );
    }
}
