using System.Text;
using System.Text.Json;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private static readonly string Declaration = File.ReadAllText(
        Repository.PathOf("examples", "sewerage-billing", "system.json")
    );
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shows_every_mistake_of_a_vendor_s_file_with_its_place_and_how_to_mend_it()
    {
        var text = Declaration
            .Replace("\"purpose\": \"下水道", "\"purpos\": \"下水道", StringComparison.Ordinal)
            .Replace("\"2031-03-31\"", "2031", StringComparison.Ordinal)
            .Replace("\"3B\"", "\"3D\"", StringComparison.Ordinal)
            .Replace("\"transfer.bank.example.jp\"", "\"https://transfer.bank.example.jp/\"", StringComparison.Ordinal);
        var file = _folder.Write("申告.json", text);
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Snapshot.Match(output.Replace(_folder.Path + "/", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_content_with_the_real_files() =>
        Assert.Equal(
            (0, "3 ファイルを検証しました。問題はありません\n", ""),
            Policykit.Run(
                "validate",
                Repository.PathOf("examples", "sewerage-billing", "system.json"),
                Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"),
                Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "standard.json")
            )
        );

    [Theory]
    [InlineData("\"service\": \"bank-transfer\"", "\"service\": \"bank\"", "reference.unknown-service")]
    [InlineData("\"2031-03-31\"", "\"2021-03-31\"", "system.period-reversed")]
    [InlineData("\"2031-03-31\"", "\"2031-02-31\"", "schema.format")]
    [InlineData("\"kind\": \"system\"", "\"kind\": \"sistem\"", "read.no-kind")]
    [InlineData("\"zones\": [\"internet\"],", "\"zones\": [\"internet\"]", "json.expected-comma-or-brace")]
    public void Asks_the_finer_questions_after_the_schema_in_the_same_form(string from, string to, string code)
    {
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            _folder.Write("s.json", Declaration.Replace(from, to, StringComparison.Ordinal)),
            "--format",
            "json"
        );
        using var json = JsonDocument.Parse(output);
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() > 1);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
    }

    [Fact]
    public void Reads_stdin_and_folders_and_any_schema()
    {
        using var output = new StringWriter();
        Assert.Equal(
            ExitCode.Conforms,
            Program.Run(["validate", "-"], output, output, () => new MemoryStream(Encoding.UTF8.GetBytes(Declaration)))
        );
        _folder.Write("a/1.json", "5");
        _folder.Write("a/b/2.json", "\"x\"");
        var schema = _folder.Write(
            "schema.json",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"integer\"}"
        );
        var (exitCode, text, _) = Policykit.Run(
            "validate",
            Path.Combine(_folder.Path, "a"),
            "--schema",
            schema,
            "--lang",
            "en"
        );
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("`x` is a string but must be an integer", text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files have problems", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_file_is_shift_jis_and_reads_it_when_told()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Path.Combine(_folder.Path, "sjis.json");
        File.WriteAllBytes(file, Encoding.GetEncoding("shift_jis").GetBytes(Declaration));
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("Shift_JIS", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file, "--encoding", "shift_jis").ExitCode);
    }

    [Fact]
    public void Each_way_of_having_nothing_to_validate_has_its_own_message()
    {
        Assert.Contains(
            "検証するファイル (JSON、JSON Lines、YAML) がありません",
            Fails("validate", _folder.Path),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "に合うファイルがありません",
            Fails("validate", Path.Combine(_folder.Path, "*.json")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "形式=ファイル の形ではありません",
            Fails("validate", _folder.Path, "--output", "xml=a.xml"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ファイルが見つかりません",
            Fails("validate", Path.Combine(_folder.Path, "x.json")),
            StringComparison.Ordinal
        );
        var schema = _folder.Write("schema.json", "{\n  \"$ref\": \"http://example.jp/nowhere\"\n}");
        Assert.Contains(
            "参照先 `http://example.jp/nowhere` がありません",
            Fails("validate", schema, "--schema", schema),
            StringComparison.Ordinal
        );
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("empty.json", ""));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("空です", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_shows_and_exports_the_schemas()
    {
        Assert.Equal("policy\nstandard\nsystem\nwaivers\nevidence\n", Policykit.Run("schema", "list").Output);
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("schemas", "system.schema.json")),
            Policykit.Run("schema", "show", "system").Output
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("schema", "export", Path.Combine(_folder.Path, "out")).ExitCode);
        Assert.Equal(
            [
                "evidence.schema.json",
                "policy.schema.json",
                "standard.schema.json",
                "system.schema.json",
                "waivers.schema.json",
            ],
            Directory.GetFiles(Path.Combine(_folder.Path, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Reads_yaml_and_gives_the_places_of_the_yaml()
    {
        var file = _folder.Write(
            "申告.yaml",
            """
            # 申告
            kind: system
            id: sewerage-billing
            name: &name 下水道使用料システム
            purpose: *name
            owner: 業務課長
            vendor: "株式会社サンプル"
            stage: development
            operation: { from: 2026-04-01, until: 令和13年3月31日 }
            zones:
              - internet
              - 5
            """
        );
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("申告.yaml:9:39\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "9 | operation: { from: 2026-04-01, until: 令和13年3月31日 }\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("`令和13年3月31日` は和暦の日付です", output, StringComparison.Ordinal);
        Assert.Contains("`2031-03-31` と書いてください", output, StringComparison.Ordinal);
        Assert.Contains("申告.yaml:12:5\n", output, StringComparison.Ordinal);
        Assert.Contains("`5` は数値ですが、文字列が必要です", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [1", "yaml.syntax")]
    [InlineData("a: *nowhere", "yaml.unknown-alias")]
    [InlineData("? [1, 2]\n: 3", "yaml.complex-key")]
    [InlineData("a: 1\na: 2", "read.no-kind")]
    [InlineData("", "json.empty")]
    public void What_is_no_yaml_is_said_so(string yaml, string code)
    {
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yml", yaml), "--format", "json");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains($"\"code\": \"{code}\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 012", """{"const":{"a":12}}""")]
    [InlineData("a: 0x1F", """{"const":{"a":31}}""")]
    [InlineData("a: 0o17", """{"const":{"a":15}}""")]
    [InlineData("a: +.50e1", """{"const":{"a":5}}""")]
    [InlineData("a: yes", """{"const":{"a":"yes"}}""")]
    [InlineData("a: 2026-04-01", """{"const":{"a":"2026-04-01"}}""")]
    [InlineData("a: !!str 5", """{"const":{"a":"5"}}""")]
    [InlineData("a: ~", """{"const":{"a":null}}""")]
    [InlineData("a: '5'", """{"const":{"a":"5"}}""")]
    [InlineData("a: |\n  x\n  y\n", """{"const":{"a":"x\ny\n"}}""")]
    public void A_plain_scalar_of_yaml_is_what_the_core_schema_says(string yaml, string schema) =>
        Assert.Equal(
            ExitCode.Conforms,
            Policykit
                .Run(
                    "validate",
                    _folder.Write("x.yaml", yaml),
                    "--schema",
                    _folder.Write("s.json", schema.Replace("\\n", "\\n", StringComparison.Ordinal))
                )
                .ExitCode
        );

    [Fact]
    public void Aliases_cannot_fill_the_memory()
    {
        var yaml =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 12)
                    .Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        Assert.Contains(
            "値が多すぎます",
            Policykit.Run("validate", _folder.Write("bomb.yaml", yaml)).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reads_json_lines_line_by_line()
    {
        var line = System.Text.Json.Nodes.JsonNode.Parse(Declaration)!.ToJsonString();
        var file = _folder.Write(
            "all.jsonl",
            line + "\n\n" + line.Replace("\"delivery\"", "5", StringComparison.Ordinal) + "\r\n{ \"kind\": \n"
        );
        var (exitCode, output, _) = Policykit.Run("validate", file, "--format", "json");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            [3, 4],
            json.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("line").GetInt32())
        );
    }

    [Fact]
    public void Takes_wildcards_and_several_paths_each_file_once()
    {
        _folder.Write("納品 1/a.system.json", Declaration);
        _folder.Write("納品 1/深い/b.system.json", Declaration);
        _folder.Write("納品 1/c.txt", "no");
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            Path.Combine(_folder.Path, "**", "*.system.json"),
            Path.Combine(_folder.Path, "納品 1")
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("2 ファイルを検証しました", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_several_outputs_at_once_and_whole()
    {
        var file = _folder.Write("s.json", Declaration.Replace("\"delivery\"", "5", StringComparison.Ordinal));
        var (sarif, junit) = (Path.Combine(_folder.Path, "out.sarif"), Path.Combine(_folder.Path, "out.xml"));
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            file,
            "--output",
            "sarif=" + sarif,
            "--output",
            "junit=" + junit
        );
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("1 ファイルに問題があります", output, StringComparison.Ordinal);
        Assert.Contains("schema.enum", File.ReadAllText(sarif), StringComparison.Ordinal);
        Assert.Contains("<testsuite", File.ReadAllText(junit), StringComparison.Ordinal);
        Assert.Contains(
            "に書けません",
            Fails("validate", file, "--output", "sarif=" + Path.Combine(_folder.Path, "nowhere", "x")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["out.sarif", "out.xml", "s.json"],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Bounds_what_it_prints_and_stops_early_when_asked()
    {
        for (var i = 0; i < 40; i++)
            _folder.Write($"m/{i:00}.json", "{ \"kind\": \"system\" }");
        var (_, all, _) = Policykit.Run("validate", Path.Combine(_folder.Path, "m"), "--max-problems", "10");
        Assert.Equal(10, all.Split("error[").Length - 1);
        Assert.Contains("このほかに 310 件の問題があります", all, StringComparison.Ordinal);
        var (exitCode, first, _) = Policykit.Run("validate", Path.Combine(_folder.Path, "m"), "--fail-fast");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("最初の問題で終わりました (40 ファイル中 1 ファイルを検証)", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_give_the_same_bytes_every_time()
    {
        for (var i = 0; i < 300; i++)
            _folder.Write($"m/{i:000}.json", i % 7 == 0 ? "{ \"kind\": \"system\" }" : Declaration);
        var first = Policykit.Run("validate", Path.Combine(_folder.Path, "m"), "--format", "sarif").Output;
        Assert.Equal(first, Policykit.Run("validate", Path.Combine(_folder.Path, "m"), "--format", "sarif").Output);
        Assert.Contains("294.json", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_what_a_schema_refers_to_beside_it_or_where_it_is_told()
    {
        var schema = _folder.Write(
            "スキーマ/main.json",
            """{"$id":"http://example.jp/main.json","properties":{"a":{"$ref":"other.json"},"b":{"$ref":"part.json#/$defs/n"}}}"""
        );
        var file = _folder.Write("d.json", """{"a":"x","b":"y"}""");
        Assert.Contains(
            "参照先 `other.json` がありません",
            Fails("validate", file, "--schema", schema),
            StringComparison.Ordinal
        );
        _folder.Write("スキーマ/x.json", """{"$id":"http://example.jp/other.json","type":"integer"}""");
        var part = _folder.Write(
            "部品/part.json",
            """{"$id":"http://example.jp/part.json","$defs":{"n":{"type":"integer"}}}"""
        );
        Assert.Contains(
            "参照先 `part.json#/$defs/n` がありません",
            Fails("validate", file, "--schema", schema),
            StringComparison.Ordinal
        );
        var (exitCode, output, _) = Policykit.Run("validate", file, "--schema", schema, "--reference", part);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Equal(2, output.Split("error[schema.type]").Length - 1);
        Assert.Equal(
            exitCode,
            Policykit
                .Run(
                    "validate",
                    file,
                    "--schema",
                    _folder.Write("相対.json", """{"properties":{"a":{"$ref":"部品/part.json#/$defs/n"}}}"""),
                    "--reference",
                    Path.GetDirectoryName(part)!
                )
                .ExitCode
        );
    }

    [SharedMaterialFact("schemas-external/bom-1.7.schema.json")]
    public void Judges_a_bill_of_materials_by_the_schema_of_CycloneDX()
    {
        var schema = Path.Combine(Repository.SharedMaterial, "schemas-external", "bom-1.7.schema.json");
        var good = _folder.Write(
            "sbom.json",
            """{"bomFormat":"CycloneDX","specVersion":"1.7","version":1,"components":[{"type":"library","name":"a","licenses":[{"license":{"id":"MIT"}}]}]}"""
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", good, "--schema", schema).ExitCode);
        var bad = _folder.Write(
            "bad.json",
            """{"bomFormat":"CycloneDX","specVersion":"1.7","version":1,"components":[{"type":"libary","name":"a"}]}"""
        );
        Assert.Contains(
            "`library` の書き間違いではありませんか",
            Policykit.Run("validate", bad, "--schema", schema).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Asserts_the_formats_of_a_given_schema_when_asked()
    {
        var (file, schema) = (
            _folder.Write("d.json", "\"2026-02-30\""),
            _folder.Write("s.json", """{"format":"date"}""")
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file, "--schema", schema).ExitCode);
        Assert.Equal(
            ExitCode.UnreadableDeliverable,
            Policykit.Run("validate", file, "--schema", schema, "--assert-formats").ExitCode
        );
    }

    private static string Fails(params string[] arguments)
    {
        var (exitCode, _, error) = Policykit.Run(arguments);
        Assert.Equal(ExitCode.Usage, exitCode);
        return error;
    }
}
