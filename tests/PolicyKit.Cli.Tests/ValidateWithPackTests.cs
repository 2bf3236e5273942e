using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What <c>validate --pack</c> says of a deliverable by the body's standard, without any code.</summary>
public sealed class ValidateWithPackTests : IDisposable
{
    private const string Register = """
        {
          "kind": "waivers", "id": "register",
          "waivers": [{
            "id": "w-2026-001", "rule": "PK6204", "control": "technical.transport", "scope": { "system": "sewerage-billing" },
            "reason": "相手先の機器が新しい方式に対応していない", "compensatingMeasure": "専用線に限る",
            "applicant": "業務課長", "approver": "最高情報セキュリティ責任者",
            "decidedOn": "2026-04-01", "validFrom": "2026-04-01", "expires": "2030-03-31", "reviewOn": "2026-09-01"
          }]
        }
        """;

    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private static readonly string Delivery = File.ReadAllText(
        Repository.PathOf("schemas", "examples", "system", "valid", "delivery.json")
    );
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_content_with_a_delivery_that_meets_the_standard() =>
        Assert.Equal(
            (0, "1 ファイルを検証しました。問題はありません\n", ""),
            Policykit.Run("validate", _folder.Write("s.json", Delivery), "--pack", Pack, "--as-of", "2026-06-01")
        );

    [Fact]
    public void A_control_that_the_declaration_does_not_meet_is_PK0006_at_its_line_with_the_control_in_the_remedy()
    {
        var (exitCode, problems) = Run(With("logs", logs => logs[0]!["retentionMonths"] = 3));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        var problem = Assert.Single(problems);
        Assert.Equal("PK0006", problem.Code);
        Assert.Equal("/logs/0/retentionMonths", problem.Pointer);
        Assert.Contains("6.1-06", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_the_body_does_not_have_is_found()
    {
        var (exitCode, problems) = Run(Delivery.Replace("\"internet\"", "\"my-number\"", StringComparison.Ordinal));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(problems, p => p is { Code: "reference.unknown-zone", Pointer: "/zones/0" });
    }

    [Fact]
    public void Without_a_pack_the_same_declaration_is_judged_by_itself()
    {
        var file = _folder.Write("s.json", With("logs", logs => logs[0]!["retentionMonths"] = 3));
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
    }

    [Fact]
    public void What_cannot_be_read_is_not_judged_by_the_standard()
    {
        var (exitCode, problems) = Run(With("logs", logs => logs[0]!["retentionMonths"] = "3か月"));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Equal("schema.type", Assert.Single(problems).Code);
    }

    [Fact]
    public void The_day_decides_what_is_too_old()
    {
        var (exitCode, problems) = Run(Delivery, "--as-of", "2029-06-01");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(
            problems,
            p => p.Code == "PK0006" && p.Pointer.StartsWith("/accounts/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_waiver_that_is_longer_than_the_longest_term_is_found()
    {
        var (exitCode, problems) = Run(Register);
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Contains(problems, p => p is { Code: "waiver.too-long", Pointer: "/waivers/0/expires" });
    }

    [Fact]
    public void Evidence_signed_by_a_role_that_may_not_attest_is_PK0007()
    {
        var evidence = JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "evidence.json"))
        )!;
        foreach (var record in evidence["records"]!.AsArray())
            record!["by"] = "臨時職員";
        var (_, problems) = Run(evidence.ToJsonString(), "--as-of", "2027-04-30");
        Assert.Contains(
            problems,
            p =>
                p.Code == "PK0007"
                && p.Message.Contains("`臨時職員` はこの記録を証明できる役割ではありません", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void GitHub_gets_the_same_problem_as_an_annotation()
    {
        var file = _folder.Write("s.json", With("logs", logs => logs[0]!["retentionMonths"] = 3));
        var (_, output, _) = Policykit.Run(
            "validate",
            file,
            "--pack",
            Pack,
            "--as-of",
            "2026-06-01",
            "--format",
            "github"
        );
        Assert.StartsWith("::error file=", output, StringComparison.Ordinal);
        Assert.Contains("PK0006", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_is_itself_wrong_judges_nothing()
    {
        var policy = File.ReadAllText(Path.Combine(Pack, "policy.json"));
        _folder.Write(
            "pack/policy.json",
            policy.Replace("\"kind\": \"policy\"", "\"kind\": \"policy\", \"x\": 1", StringComparison.Ordinal)
        );
        _folder.Write("pack/standard.json", File.ReadAllText(Path.Combine(Pack, "standard.json")));
        var (exitCode, output, error) = Policykit.Run(
            "validate",
            _folder.Write("s.json", Delivery),
            "--pack",
            Path.Combine(_folder.Path, "pack")
        );
        Assert.Equal((ExitCode.InvalidPolicy, ""), (exitCode, output));
        Assert.Contains("`x`", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_and_a_pack_cannot_be_asked_for_at_once() =>
        Assert.Equal(
            ExitCode.Usage,
            Policykit
                .Run(
                    "validate",
                    _folder.Write("s.json", Delivery),
                    "--pack",
                    Pack,
                    "--schema",
                    Repository.PathOf("schemas", "system.schema.json")
                )
                .ExitCode
        );

    private static string With(string member, Action<JsonNode> change)
    {
        var system = JsonNode.Parse(Delivery)!;
        change(system[member]!);
        return system.ToJsonString();
    }

    private (int ExitCode, List<ToldProblem> Problems) Run(string text, params string[] more) =>
        PackValidation.Run(_folder, text, more);
}
