using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary><c>policykit init</c>, as a new user sees it.</summary>
public sealed class InitCommandTests : IDisposable
{
    private static readonly string[] Options =
    [
        "--body",
        "みどり町",
        "--id",
        "midori-town",
        "--zones",
        "lgwan,internet",
        "--system-id",
        "resident-portal",
        "--system-name",
        "住民ポータル",
        "--purpose",
        "申請の受付",
        "--owner",
        "住民課長",
        "--vendor",
        "株式会社サンプル",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Folder => Path.Combine(_folder.Path, "町");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_new_user_sees()
    {
        var (exitCode, output, error) = Init();
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Equal(
            """
            pack/policy.json
            pack/standard.json
            pack/midori-town.policy.csproj
            pack/README.md
            pack/waivers.json
            pack/evidence.json
            systems/resident-portal/system.json
            schemas/policy.schema.json
            schemas/standard.schema.json
            schemas/system.schema.json
            schemas/waivers.schema.json
            schemas/evidence.schema.json
            .vscode/settings.json
            .gitattributes
            evaluate.sh

            """.ReplaceLineEndings("\n"),
            output
        );
        Assert.Equal(
            """
            始めるためのファイルを書きました。内容は案です。次の順に試してください
              policykit validate pack systems
              sh evaluate.sh
              dotnet pack pack

            """.ReplaceLineEndings("\n"),
            error
        );
        var (valid, told, wrong) = Run("validate", "pack", "systems");
        Assert.True(valid == ExitCode.Conforms, told + wrong);
        var (evaluated, status, failure) = Run("status", "systems/resident-portal", "--pack", "pack");
        // What is not declared yet does not conform, and says so by provision.
        Assert.Equal((ExitCode.Violations, ""), (evaluated, failure));
        Assert.Contains("6(6) 技術的セキュリティ", status, StringComparison.Ordinal);
        var (answered, answer, _) = Run("validate", "systems/resident-portal/system.json", "--pack", "pack");
        Assert.True(answered is ExitCode.Conforms or ExitCode.Violations, answer);
    }

    [Theory]
    [InlineData("github", ".github/workflows/policykit.yml")]
    [InlineData("gitlab", ".gitlab-ci.yml")]
    public void A_pipeline_runs_the_script_with_the_version_that_wrote_it(string ci, string path)
    {
        Assert.Equal(ExitCode.Conforms, Init("--ci", ci).ExitCode);
        var recipe = File.ReadAllText(Path.Combine(Folder, path));
        Assert.Matches(@"tool install PolicyKit\.Cli --version \d+\.\d+\.\d+\S* ", recipe);
        Assert.Contains("sh evaluate.sh", recipe, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", Path.Combine(Folder, "pack")).ExitCode);
    }

    [Fact]
    public void The_script_evaluates_every_system_and_ends_with_what_is_wrong()
    {
        if (OperatingSystem.IsWindows())
            return;
        Init();
        _folder.Write("町/systems/second/system.json", "{}");
        var log = Path.Combine(_folder.Path, "log");
        var tool = _folder.Write(
            "policykit",
            $"#!/bin/sh\necho \"$@\" >> '{log}'\ncase $2 in *second*) exit 3;; esac\n"
        );
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("sh", [Path.Combine(Folder, "evaluate.sh")]);
        start.Environment["POLICYKIT"] = tool;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(3, process.ExitCode);
        var lines = File.ReadAllLines(log);
        Assert.Equal(
            [
                "validate pack systems",
                "status systems/resident-portal/ --pack pack",
                "status systems/second/ --pack pack",
            ],
            lines
        );
        Assert.All(lines, l => Assert.Empty(Program.Parse(l.Split(' '), TextWriter.Null, TextWriter.Null).Errors));
    }

    [Fact]
    public void The_editor_finds_a_schema_for_every_file_of_the_body()
    {
        Init();
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ".vscode", "settings.json")));
        var schemas = settings.RootElement.GetProperty("json.schemas").EnumerateArray().ToList();
        Assert.All(schemas, s => Assert.True(File.Exists(Path.Combine(Folder, s.GetProperty("url").GetString()!))));
        var names = schemas.SelectMany(s =>
            s.GetProperty("fileMatch").EnumerateArray().Select(f => Path.GetFileName(f.GetString()!))
        );
        Assert.Equal(
            ["evidence.json", "policy.json", "standard.json", "system.json", "waivers.json"],
            names.Where(n => !n.Contains('*')).Order(StringComparer.Ordinal)
        );
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "pack"), "*.json"))
        {
            var schema = Regex.Match(File.ReadAllText(file), "\"\\$schema\": \"([^\"]+)\"").Groups[1].Value;
            Assert.True(File.Exists(Path.Combine(Folder, "pack", schema)), file);
        }
    }

    [Fact]
    public void Nothing_is_written_where_one_of_the_files_exists()
    {
        _folder.Write("町/.vscode/settings.json", "{}");
        var (exitCode, _, error) = Init();
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("既にあるファイルには書きません: .vscode/settings.json", error, StringComparison.Ordinal);
        Assert.Equal([".vscode"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_further_system_is_declared_and_validates()
    {
        Init();
        var file = Path.Combine(Folder, "systems", "billing", "system.json");
        string[] given =
        [
            "--id",
            "billing",
            "--name",
            "料金",
            "--purpose",
            "調定",
            "--owner",
            "業務課長",
            "--vendor",
            "某社",
        ];
        var (exitCode, _, error) = Policykit.Run(["new", "system", .. given, "--zones", "internet", "--output", file]);
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
        (exitCode, _, error) = Policykit.Run(["new", "system", .. given, "--zones", "internet", "--output", file]);
        Assert.Equal(ExitCode.Usage, exitCode);
        (exitCode, _, error) = Policykit.Run("new", "system", "--id", "billing", "--output", file + "2");
        Assert.Contains(
            "指定が足りません: --name, --purpose, --owner, --vendor, --zones",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_waiver_is_drafted_by_new_as_by_the_register()
    {
        var (exitCode, output, _) = Policykit.Run("new", "waiver", "PK6101", "--as-of", "2026-04-01");
        Assert.Equal(
            (exitCode, output),
            Policykit.Run("waivers", "new", "PK6101", "--as-of", "2026-04-01") is var (code, text, _)
                ? (code, text)
                : default
        );
        Assert.Contains("\"rule\": \"PK6101\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once_the_body_first()
    {
        var (exitCode, _, error) = Policykit.Run("init", "--output", Folder);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(
            "--body, --id, --kind, --zones, --system-id, --system-name, --purpose, --owner, --vendor",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_record_of_evidence_is_added_to_the_register_and_keeps_its_schema()
    {
        Init();
        var register = Path.Combine(Folder, "pack", "evidence.json");
        string[] given =
        [
            "--by",
            "総務課長",
            "--summary",
            "研修を行った",
            "--held-on",
            "2026-08-05",
            "--participants",
            "12",
            "--register",
            register,
        ];
        Assert.Equal(ExitCode.Conforms, Policykit.Run(["new", "evidence", "training", .. given]).ExitCode);
        var (exitCode, output, error) = Policykit.Run(["new", "evidence", "training", .. given]);
        Assert.True(exitCode == ExitCode.Conforms, error);
        Assert.EndsWith(" training-2026-2\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "\"$schema\": \"../schemas/evidence.schema.json\"",
            File.ReadAllText(register),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", Path.Combine(Folder, "pack")).ExitCode);
        (exitCode, _, error) = Policykit.Run(["new", "evidence", "party", .. given]);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("`party` は記録の種類ではありません", error, StringComparison.Ordinal);
        // A record that needs more than was said is not written.
        (exitCode, _, error) = Policykit.Run(["new", "evidence", "audit", .. given]);
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Contains("subject", error, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Init(params string[] more) =>
        Policykit.Run(["init", "--output", Folder, .. Options, .. more]);

    private (int ExitCode, string Output, string Error) Run(string command, params string[] arguments) =>
        Policykit.Run([command, .. arguments.Select(a => a.StartsWith('-') ? a : Path.Combine(Folder, a))]);
}
