using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>
/// What <c>validate --pack</c> says of registers, and of words in a declaration where something else is due.
/// </summary>
public sealed class ValidateRegistersTests : IDisposable
{
    private const string Register = """
        {
          "kind": "waivers", "id": "register",
          "waivers": [{
            "id": "w-2026-001", "rule": "PK6204", "control": "technical.transport",
            "scope": { "system": "sewerage-billing" },
            "reason": "相手先の機器が新しい方式に対応していない", "compensatingMeasure": "専用線に限る",
            "applicant": "業務課長", "approver": "最高情報セキュリティ責任者",
            "decidedOn": "2026-04-01", "validFrom": "2026-04-01", "expires": "2030-03-31", "reviewOn": "2026-09-01"
          }]
        }
        """;

    private static readonly string Delivery = PackValidation.Delivery;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_that_somebody_signed_who_may_not_attest_it_is_told_at_its_line_before_the_term_ends()
    {
        var (exitCode, problems) = Run(Evidence("2026-05-01", "総務係長"), "--as-of", "2026-06-01");
        Assert.Equal(ExitCode.Conforms, exitCode);
        var problem = Assert.Single(problems);
        Assert.Equal(("evidence.may-not-attest", "/records/0/by"), (problem.Code, problem.Pointer));
        Assert.Contains("`最高情報セキュリティ責任者`", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"reviewOn\": \"2026-09-01\"", "\"reviewOn\": \"2026-03-31\"", "waivers.review-before-start")]
    [InlineData("\"system\": \"sewerage-billing\"", "\"path\": \"C:\\\\src\\\\a.cs\"", "waivers.path-never-fits")]
    [InlineData("\"system\": \"sewerage-billing\"", "\"path\": \"../a.cs\"", "waivers.path-never-fits")]
    [InlineData("\"system\": \"sewerage-billing\"", "\"path\": \"/src/a.cs\"", "waivers.path-never-fits")]
    public void A_waiver_that_can_never_do_what_it_says_is_told(string written, string other, string code)
    {
        var register = Register
            .Replace("2030-03-31", "2026-12-31", StringComparison.Ordinal)
            .Replace(written, other, StringComparison.Ordinal);
        var file = _folder.Write("waivers.json", register);
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Contains($"error[{code}]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_dated_ahead_is_told_at_its_line()
    {
        var (_, problems) = Run(Evidence("2026-12-24", "最高情報セキュリティ責任者"), "--as-of", "2026-06-01");
        var problem = Assert.Single(problems);
        Assert.Equal(("evidence.day-ahead", "/records/0/heldOn"), (problem.Code, problem.Pointer));
    }

    [Theory]
    [InlineData("ciso")]
    [InlineData("CISO")]
    [InlineData("最高情報セキュリティ責任者")]
    [InlineData("管理者")]
    public void The_id_of_a_role_its_title_and_its_holder_name_it(string by) =>
        Assert.Empty(Run(Evidence("2026-05-01", by), "--as-of", "2026-06-01").Problems);

    [Fact]
    public void A_waiver_that_a_post_of_no_role_approved_and_one_decided_ahead_are_told()
    {
        var register = Register
            .Replace("最高情報セキュリティ責任者", "会計係長", StringComparison.Ordinal)
            .Replace("2030-03-31", "2026-12-31", StringComparison.Ordinal);
        var (_, problems) = Run(register, "--as-of", "2026-03-01");
        Assert.Contains(problems, p => p is { Code: "waiver.unknown-approver", Pointer: "/waivers/0/approver" });
        Assert.Contains(problems, p => p is { Code: "waiver.decided-ahead", Pointer: "/waivers/0/decidedOn" });
    }

    [Theory]
    [InlineData("\"該当なし\"", "該当なし")]
    [InlineData("null", "null")]
    [InlineData("false", "false")]
    public void A_topic_that_is_answered_with_a_word_is_told_how_to_say_that_it_does_not_apply(
        string answer,
        string shown
    )
    {
        var delivery = JsonNode.Parse(Delivery)!;
        delivery["logs"] = JsonNode.Parse(answer);
        var problem = Assert.Single(Run(delivery.ToJsonString()).Problems);
        Assert.Equal("schema.anyof", problem.Code);
        Assert.Contains(shown, problem.Message, StringComparison.Ordinal);
        Assert.Contains("{\"notApplicable\": \"該当しない理由\"}", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_which_PK0007_speaks_is_where_it_is_told()
    {
        var (_, problems) = Run(Evidence("2026-05-01", "総務係長"), "--as-of", "2027-06-01");
        Assert.Contains(problems, p => p is { Code: "PK0007", Pointer: "/records/0/id" });
    }

    [Theory]
    [InlineData("\"not-reportable\", \"wrongful-purpose\"", true)]
    [InlineData("\"guideline-only\", \"more-than-limit\"", true)]
    [InlineData("\"wrongful-purpose\", \"more-than-limit\"", false)]
    [InlineData("\"not-reportable\"", false)]
    public void Cases_of_a_breach_that_exclude_each_other_are_found(string cases, bool isFound)
    {
        var register = $$"""
            {
              "kind": "evidence", "id": "register",
              "records": [{
                "id": "incident", "record": "incident", "heldOn": "2026-05-10", "by": "情報セキュリティ責任者",
                "summary": "誤送信", "breachCases": [{{cases}}]
              }]
            }
            """;
        Assert.Equal(isFound, Run(register).Problems.Exists(p => p.Code == "evidence.cases-contradict"));
    }

    [Fact]
    public void A_finding_that_was_closed_before_the_audit_is_found()
    {
        const string register = """
            {
              "kind": "evidence", "id": "register",
              "records": [{
                "id": "audit-2026", "record": "audit", "heldOn": "2026-05-10", "by": "情報セキュリティ監査統括責任者",
                "summary": "監査", "subject": "業務課",
                "findings": [{
                  "id": "f-1", "summary": "鍵の管理", "owner": "業務課長", "dueOn": "2026-08-01", "closedOn": "2026-04-01"
                }]
              }]
            }
            """;
        Assert.Contains(Run(register).Problems, p => p.Code == "evidence.closed-before-found");
    }

    [Fact]
    public void A_control_that_is_named_by_its_printed_number_is_told_by_its_id()
    {
        var register = Register
            .Replace("technical.transport", "6.1-06", StringComparison.Ordinal)
            .Replace("2030-03-31", "2026-12-31", StringComparison.Ordinal);
        var problem = Assert.Single(Run(register).Problems);
        Assert.Equal(("control.by-number", "/waivers/0/control"), (problem.Code, problem.Pointer));
        Assert.Contains("`technical.logs`", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_is_named_by_its_title_is_told_by_its_id()
    {
        var delivery = JsonNode.Parse(Delivery)!;
        delivery["zones"]![0] = "インターネット接続系";
        var problem = Assert.Single(Run(delivery.ToJsonString()).Problems);
        Assert.Equal(("zone.by-title", "/zones/0"), (problem.Code, problem.Pointer));
        Assert.Contains("`internet`", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_a_waiver_out_of_order_name_the_waiver_and_have_a_remedy()
    {
        var register = Register.Replace("2030-03-31", "2026-03-31", StringComparison.Ordinal);
        Assert.All(
            Run(register).Problems.Where(p => p.Code.StartsWith("waivers.", StringComparison.Ordinal)),
            p =>
            {
                Assert.Contains("`w-2026-001`", p.Message, StringComparison.Ordinal);
                Assert.NotEmpty(p.Remedy);
            }
        );
    }

    [Theory]
    [InlineData("1年", "12")]
    [InlineData("１８か月", "18")]
    public void A_number_with_its_unit_is_told_as_the_member_counts_it(string written, string number)
    {
        var delivery = JsonNode.Parse(Delivery)!;
        delivery["logs"]![0]!["retentionMonths"] = written;
        var problem = Assert.Single(Run(delivery.ToJsonString()).Problems);
        Assert.Contains($" {number} ", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"令和8年度\"")]
    [InlineData("8")]
    public void A_fiscal_year_by_its_era_is_told_in_the_western_calendar(string year)
    {
        var register = Evidence("2026-05-01", "ciso")
            .Replace("\"participants\"", $"\"fiscalYear\": {year}, \"participants\"", StringComparison.Ordinal);
        Assert.Contains("2026", Assert.Single(Run(register).Problems).Remedy, StringComparison.Ordinal);
    }

    private static string Evidence(string heldOn, string by) =>
        $$"""
            {
              "kind": "evidence", "id": "register",
              "records": [
                {
                  "id": "training-2026", "record": "training", "heldOn": "{{heldOn}}", "by": "{{by}}",
                  "summary": "全職員の研修", "participants": 10
                },
                {
                  "id": "publication-2026", "record": "publication", "heldOn": "2026-04-02",
                  "by": "最高情報セキュリティ責任者", "summary": "公表した"
                },
                {
                  "id": "appointment-2026", "record": "appointment", "heldOn": "2026-04-01",
                  "by": "最高情報セキュリティ責任者", "summary": "役割を任命した"
                }
              ]
            }
            """;

    private (int ExitCode, List<ToldProblem> Problems) Run(string text, params string[] more) =>
        PackValidation.Run(_folder, text, more);
}
