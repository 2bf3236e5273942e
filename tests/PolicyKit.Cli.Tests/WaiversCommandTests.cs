using System.Text.Json;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

public sealed class WaiversCommandTests : IDisposable
{
    private static readonly string Register = Repository.PathOf(
        "examples",
        "sewerage-billing-violating",
        "waivers.json"
    );
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_them_with_their_state()
    {
        var (exitCode, output, _) = Policykit.Run(
            "waivers",
            "list",
            "--register",
            Register,
            "--pack",
            Pack,
            "--as-of",
            "2026-04-01"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Equal(
            "w-2025-001  終了  2025-10-01 – 2026-03-31  PK6101  sewerage-billing Services/MeterReadingImporter.cs  検針会社の機器が鍵認証に対応していない\n"
                + "w-2026-002  無効 (申請者が承認)  2026-04-01 – 2027-03-31  PK3002  sewerage-billing Services/MeterReadingImporter.cs  検針会社の機器が鍵認証に対応していない\n",
            output
        );
        using var json = JsonDocument.Parse(
            Policykit
                .Run(
                    "waivers",
                    "list",
                    "--register",
                    Register,
                    "--pack",
                    Pack,
                    "--as-of",
                    "2026-04-01",
                    "--format",
                    "json"
                )
                .Output
        );
        Assert.Equal(
            ["expired", "void"],
            json.RootElement.GetProperty("waivers").EnumerateArray().Select(w => w.GetProperty("state").GetString())
        );
    }

    [Fact]
    public void Lints_them_under_the_ids_of_the_rules()
    {
        var (exitCode, output, _) = Policykit.Run(
            "waivers",
            "lint",
            "--register",
            Register,
            "--pack",
            Pack,
            "--as-of",
            "2026-04-01"
        );
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.Contains(
            "error[PK0011]: 例外措置 `w-2025-001` は 2026-03-31 に終了しました",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "error[PK0012]: 例外措置 `w-2026-002` の申請者 `業務課長` と承認者 `情報システム管理者` は同じ者です",
            output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("例外措置 2 件を調べました (問題 2 件)\n", output, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Conforms,
            Policykit
                .Run(
                    "waivers",
                    "lint",
                    "--register",
                    Repository.PathOf("examples", "sewerage-billing", "waivers.json"),
                    "--pack",
                    Pack,
                    "--as-of",
                    "2026-04-01"
                )
                .ExitCode
        );
    }

    [Theory]
    [InlineData("2026-02-28", "0件", "30日以内")]
    [InlineData("2026-03-01", "1件", "あと30日")]
    [InlineData("2026-03-02", "1件", "あと29日")]
    [InlineData("2026-03-31", "1件", "あと0日")]
    [InlineData("2026-04-01", "0件", "30日以内")]
    public void Says_what_ends_soon(string asOf, string count, string days)
    {
        var (_, output, _) = Policykit.Run(
            "waivers",
            "runway",
            "--register",
            Register,
            "--pack",
            Pack,
            "--as-of",
            asOf
        );
        Assert.Contains(count.Replace("件", " 件", StringComparison.Ordinal), output, StringComparison.Ordinal);
        Assert.Contains(days, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_one_in_full()
    {
        var (exitCode, output, _) = Policykit.Run(
            "waivers",
            "show",
            "w-2025-001",
            "--register",
            Register,
            "--as-of",
            "2026-03-01"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        foreach (
            var text in new[]
            {
                "代替措置: 接続元を専用線に限る",
                "承認者: 最高情報セキュリティ責任者",
                "終了日: 2026-03-31",
                "パス: Services/MeterReadingImporter.cs",
            }
        )
            Assert.Contains(text, output, StringComparison.Ordinal);
        var (code, _, error) = Policykit.Run("waivers", "show", "w_2025-001", "--register", Register);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("`w-2025-001` の書き間違い", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Adds_one_to_a_register_that_is_made_when_there_is_none()
    {
        var file = Path.Combine(_folder.Path, "例外.json");
        string[] All(string approver = "最高情報セキュリティ責任者") =>
            [
                "waivers",
                "new",
                "PK6101",
                "--system",
                "sewerage-billing",
                "--reason",
                "機器が対応していない",
                "--compensating-measure",
                "専用線に限る",
                "--applicant",
                "業務課長",
                "--approver",
                approver,
                "--expires",
                "2026-09-30",
                "--register",
                file,
                "--as-of",
                "2026-05-01",
            ];
        Assert.Equal(ExitCode.Conforms, Policykit.Run(All()).ExitCode);
        Assert.Equal(ExitCode.Conforms, Policykit.Run(All()).ExitCode);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
        Assert.Equal(
            ["w-2026-001", "w-2026-002"],
            Policykit
                .Run("waivers", "list", "--register", file, "--as-of", "2026-05-01")
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split(' ')[0])
        );
        // One that the applicant approves is never written.
        var before = File.ReadAllText(file);
        var (exitCode, _, error) = Policykit.Run(All("業務課長"));
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Contains("waivers.self-approved", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Drafts_one_that_nobody_accepts_before_it_is_filled_in()
    {
        var (exitCode, output, error) = Policykit.Run(
            "waivers",
            "new",
            "technical.logs",
            "--system",
            "sewerage-billing",
            "--as-of",
            "2026-05-01"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("--approver", error, StringComparison.Ordinal);
        Assert.Contains("\"control\": \"technical.logs\"", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidPolicy, Policykit.Run("validate", _folder.Write("draft.json", output)).ExitCode);
        Assert.Equal(ExitCode.Usage, Policykit.Run("waivers", "new", "ログ", "--system", "a").ExitCode);
    }

    [Fact]
    public void A_broken_register_is_said_at_its_place()
    {
        var (exitCode, _, error) = Policykit.Run(
            "waivers",
            "list",
            "--register",
            _folder.Write("waivers.json", "{ \"kind\": \"waivers\",\n  \"id\": \"a\" }")
        );
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Contains("waivers", error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Usage,
            Policykit.Run("waivers", "list", "--register", Path.Combine(_folder.Path, "nowhere.json")).ExitCode
        );
    }
}
