namespace PolicyKit.Cli.Tests;

/// <summary>Schemas as people publish them: where they lie, what they refer to, what is wrong with them.</summary>
public sealed class SchemaFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("C#")]
    [InlineData("50%引き")]
    [InlineData("a b")]
    [InlineData("台帳 (正)")]
    public void The_verdict_is_the_same_whatever_the_folder_is_called(string folder)
    {
        var schema = _folder.Write(
            folder + "/台帳.schema.json",
            """
            {
              "$defs": { "number": { "minimum": 1 } },
              "properties": {
                "番号": { "$ref": "#/$defs/number" }, "住所": { "$ref": "部品/住所.json" }, "氏名": { "$ref": "./a%20b.json" }
              }
            }
            """
        );
        _folder.Write(folder + "/部品/住所.json", """{ "required": ["〒"] }""");
        _folder.Write(folder + "/a b.json", """{ "type": "string" }""");
        var file = _folder.Write("d.json", """{ "番号": 0, "住所": {}, "氏名": 5 }""");
        var (exitCode, output, _) = Policykit.Run("validate", file, "--schema", schema, "--format", "json");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        foreach (var code in new[] { "schema.minimum", "schema.required", "schema.type" })
            Assert.Contains($"\"code\": \"{code}\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Part.JSON", "`part.json` の書き間違い")]
    [InlineData("part", "`part.json` の書き間違い")]
    [InlineData("prat.json", "`part.json` の書き間違い")]
    [InlineData(@"sub\\deep.json", "`sub/deep.json` と書いてください")]
    [InlineData("c#.json", "`c%23.json` の書き間違い")]
    [InlineData("../outside.json", "スキーマのフォルダーの外にある")]
    public void A_file_that_is_nearly_there_is_named(string reference, string hint)
    {
        _folder.Write("s/part.json", "{}");
        _folder.Write("s/sub/deep.json", "{}");
        _folder.Write("s/c#.json", "{}");
        _folder.Write("outside.json", "{}");
        var schema = _folder.Write("s/main.json", $$"""{ "$ref": "{{reference}}" }""");
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(hint, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_referred_to_and_is_not_json_is_told_at_its_own_place()
    {
        _folder.Write("s/part.json", "{\n  \"type\": \"string\",\n}");
        var schema = _folder.Write("s/main.json", """{ "$ref": "part.json" }""");
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("part.json:2:19", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("参照先", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\u0000")]
    [InlineData("a%00b.json")]
    public void A_name_that_no_file_can_have_is_a_reference_that_is_not_found(string reference)
    {
        var schema = _folder.Write("s/main.json", $$"""{ "$ref": "{{reference}}" }""");
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("schema.unknown-reference", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "kind": "system", "id": "billing" }""", "`system`")]
    [InlineData("""{ "openapi": "3.1.0", "info": {} }""", "`openapi`")]
    public void A_document_of_another_kind_is_no_schema_that_allows_everything(string text, string kind)
    {
        var schema = _folder.Write("s/main.json", text);
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("validate.not-a-schema", output + error, StringComparison.Ordinal);
        Assert.Contains(kind, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neighbour_that_nothing_refers_to_is_not_told_of()
    {
        _folder.Write("s/other.json", """{ "a": 1, "a": 2 }""");
        var schema = _folder.Write("s/main.json", """{ "$ref": "missing.json" }""");
        var (_, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.DoesNotContain("other.json", output + error, StringComparison.Ordinal);
        Assert.Contains("missing.json", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_a_link_does_not_lead_out()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("機密/予算.json", """{ "const": "300億円" }""");
        var schema = _folder.Write("納品/main.json", """{ "$ref": "部品/予算.json" }""");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "納品", "部品"), Path.Combine(_folder.Path, "機密"));
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.DoesNotContain("300億円", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_a_link_to_another_one_of_the_delivery_is_followed()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("納品/v2/part.json", """{ "type": "string" }""");
        var schema = _folder.Write("納品/main.json", """{ "$ref": "now/part.json" }""");
        Directory.CreateSymbolicLink(
            Path.Combine(_folder.Path, "納品", "now"),
            Path.Combine(_folder.Path, "納品", "v2")
        );
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.True(exitCode == ExitCode.UnreadableDeliverable, output);
    }

    [Theory]
    [InlineData("json", "\"exitCode\": 2")]
    [InlineData("sarif", "\"executionSuccessful\": false")]
    [InlineData("junit", "schema.invalid")]
    [InlineData("github", "schema.invalid")]
    public void A_wrong_schema_is_told_in_the_format_that_is_asked_for(string format, string said)
    {
        var schema = _folder.Write("s.json", """{ "required": "a" }""");
        var (file, written) = (_folder.Write("d.json", "{}"), Path.Combine(_folder.Path, "out"));
        var (exitCode, output, error) = Policykit.Run("validate", file, "--schema", schema, "--format", format);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Contains("schema.invalid", error, StringComparison.Ordinal);
        Policykit.Run("validate", file, "--schema", schema, "--output", $"{format}={written}");
        Assert.Contains(said, File.ReadAllText(written), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_of_several_documents_is_refused()
    {
        var schema = _folder.Write("s.yaml", "type: object\n---\ntype: array\n");
        var (exitCode, _, error) = Policykit.Run("validate", _folder.Write("d.json", "{}"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("2 個の文書", error, StringComparison.Ordinal);
        Assert.Contains("s.yaml:3:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_outside_the_folder_is_read_only_when_it_is_named()
    {
        var schema = _folder.Write("a/main.json", """{ "$ref": "../b/part.json" }""");
        var part = _folder.Write("b/part.json", """{ "type": "string" }""");
        var file = _folder.Write("d.json", "5");
        var (exitCode, _, error) = Policykit.Run("validate", file, "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("main.json:1:11", error, StringComparison.Ordinal);
        Assert.Contains("--reference", error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.UnreadableDeliverable,
            Policykit.Run("validate", file, "--schema", schema, "--reference", part).ExitCode
        );
    }

    [Fact]
    public void A_schema_with_an_address_on_the_web_finds_the_files_that_are_published_beside_it()
    {
        var schema = _folder.Write(
            "main.json",
            """{ "$id": "https://example.jp/schemas/main.json", "$ref": "defs/part.json" }"""
        );
        _folder.Write("defs/part.json", """{ "type": "string" }""");
        Assert.Equal(
            ExitCode.UnreadableDeliverable,
            Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema).ExitCode
        );
    }

    [Fact]
    public void A_schema_may_be_yaml_and_its_mistakes_are_told_at_their_lines()
    {
        var schema = _folder.Write("s.yaml", "type: object\nproperties:\n  番号: { minimum: 1 }\n");
        var file = _folder.Write("d.yaml", "番号: 0\n");
        Assert.Equal(ExitCode.UnreadableDeliverable, Policykit.Run("validate", file, "--schema", schema).ExitCode);
        var wrong = _folder.Write("w.yaml", "type: object\nproperties:\n  番号: { minimum: \"1\" }\n");
        var (exitCode, _, error) = Policykit.Run("validate", file, "--schema", wrong);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("w.yaml:3:18", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_in_a_schema_is_told_and_nothing_is_judged_by_it()
    {
        var schema = _folder.Write("s.json", "{\n  \"required\": \"a\",\n  \"minLength\": -1,\n  \"required\": []\n}");
        var (exitCode, output, error) = Policykit.Run("validate", _folder.Write("d.json", "5"), "--schema", schema);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Empty(output);
        Assert.Contains("s.json:2:15", error, StringComparison.Ordinal);
        Assert.Contains("s.json:3:16", error, StringComparison.Ordinal);
        Assert.Contains("2行目と4行目", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keyword_without_effect_is_a_warning_in_every_format_and_changes_no_verdict()
    {
        var schema = _folder.Write(
            "s.json",
            """{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{}},"items":{"$ref":"#/definitions/a","required":["b"]}}"""
        );
        foreach (var format in Validation.ValidationOutput.Formats)
        {
            var (exitCode, output, _) = Policykit.Run(
                "validate",
                _folder.Write("d.json", "[{}]"),
                "--schema",
                schema,
                "--format",
                format
            );
            Assert.Equal(ExitCode.Conforms, exitCode);
            Assert.Contains("schema.no-effect-beside-ref", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_argument_is_a_mistake_of_the_caller()
    {
        foreach (var command in new[] { "check", "status", "calendar", "validate" })
        {
            var (exitCode, _, error) = Policykit.Run(command, "");
            Assert.Equal(ExitCode.Usage, exitCode);
            Assert.Contains("空の引数があります", error, StringComparison.Ordinal);
        }
    }
}
