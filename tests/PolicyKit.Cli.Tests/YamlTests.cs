using System.Text;

namespace PolicyKit.Cli.Tests;

/// <summary>YAML as people write it: read as they mean it, or told at its line, in their language.</summary>
public sealed class YamlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a: 1\nb:\n\tc: 2\n", 3, 1, "字下げにタブ")]
    [InlineData("a: 1\n　b: 2\n", 2, 1, "全角の空白")]
    [InlineData("a: 1\n名前：山田\n", 2, 3, "全角のコロン")]
    [InlineData("名前：山田\n住所：埼玉\n", 1, 1, "全角のコロン")]
    [InlineData("a: 調定: 請求\n", 1, 6, "引用符で囲んでください")]
    [InlineData("a: \"調定\nb: 2\n", 1, 4, "引用符が閉じられていない")]
    [InlineData("a: [1, 2\nb: 2\n", 1, 4, "角括弧")]
    [InlineData("a: @b\n", 1, 4, "`@` で値を書き始めることはできません")]
    [InlineData("a: *b\n", 1, 4, "別名 `*b` の指す値がありません")]
    [InlineData("a:\n  - 1\n b: 2\n", 3, 2, "字下げ")]
    public void What_is_no_yaml_is_told_at_its_line_in_japanese(string yaml, int line, int column, string said)
    {
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", Anything());
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains($"x.yaml:{line}:{column}\n", output, StringComparison.Ordinal);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotMatch("found|expected|while|mapping|scalar", output);
    }

    [Theory]
    [InlineData("code: 011002", "\"011002\"")]
    [InlineData("code: 1.10", "\"1.10\"")]
    [InlineData("code: true", "\"true\"")]
    [InlineData("flag: yes", "直し方: true と書いてください")]
    [InlineData("flag: 'no'", "false と書いてください")]
    [InlineData("class: 2", "引用符で囲み、\"2\" と書いてください")]
    [InlineData("flag: いいえ", "false と書いてください")]
    public void A_scalar_that_is_read_otherwise_than_meant_comes_with_the_way_to_write_it(string yaml, string remedy)
    {
        var schema = _folder.Write(
            "s.json",
            """{ "properties": { "code": { "type": "string" }, "flag": { "type": "boolean" }, "class": { "enum": ["1", "2"] } } }"""
        );
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", schema);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(remedy, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_keys_that_multiply_are_bounded()
    {
        var text = new StringBuilder("a0: &a0 { x: 1 }\n");
        for (var level = 1; level <= 9; level++)
            text.Append($"a{level}: &a{level}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            _folder.Write("x.yaml", text.ToString()),
            "--schema",
            Anything()
        );
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("yaml.too-large", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c: !!int \"443\"\n", "443")]
    [InlineData("c: !!bool 'true'\n", "true")]
    [InlineData("c: !!str 443\n", "\"443\"")]
    [InlineData("d: {&k host: a}\nc: {*k : b}\n", """{"host":"b"}""")]
    public void A_tag_or_an_anchor_says_what_is_read(string yaml, string read)
    {
        var schema = _folder.Write("s.json", $$"""{ "properties": { "c": { "const": {{read}} } } }""");
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", schema);
        Assert.True(exitCode == ExitCode.Conforms, output);
    }

    [Theory]
    [InlineData("zones: internet, lgwan", "[\"internet\", \"lgwan\"]")]
    [InlineData("zones: internet、lgwan", "[\"internet\", \"lgwan\"]")]
    [InlineData("zones: internet", "[\"internet\"]")]
    [InlineData("zones: －internet", "半角の「- 」")]
    [InlineData("zones: ［\"internet\"］", "半角の「- 」")]
    [InlineData("port: \"443,80\"", "一つの数を")]
    [InlineData("port: \"80, 8080\"", "一つの数を")]
    [InlineData("port: \"12.000\"", "一つの数を")]
    [InlineData("port: \"12,000\"", "付けずに 12000 と書いて")]
    public void A_list_or_a_number_in_other_marks_is_never_told_as_another_value(string yaml, string remedy)
    {
        var schema = _folder.Write(
            "s.json",
            """{ "properties": { "zones": { "type": "array" }, "port": { "type": "integer" } } }"""
        );
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", schema);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(remedy, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base: &b { x: 1, y: 2 }\nc:\n  <<: *b\n  y: 3\n", """{"x":1,"y":3}""")]
    [InlineData("p: &p { x: 1 }\nq: &q { x: 2, z: 4 }\nc: { <<: [*p, *q], y: 3 }\n", """{"x":1,"z":4,"y":3}""")]
    [InlineData("p: &p { x: 1 }\nq: &q { <<: *p, z: 4 }\nc:\n  <<: *q\n", """{"x":1,"z":4}""")]
    public void Merge_keys_are_merged_and_what_is_written_wins(string yaml, string merged)
    {
        var schema = _folder.Write("s.json", $$"""{ "properties": { "c": { "const": {{merged}} } } }""");
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", schema);
        Assert.True(exitCode == ExitCode.Conforms, output);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Utf_16_is_read_with_and_without_a_mark(bool bigEndian, bool mark)
    {
        var file = Path.Combine(_folder.Path, "x.yaml");
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: mark);
        File.WriteAllBytes(file, [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("a: 1\nb: 埼玉\n")]);
        var schema = _folder.Write(
            "s.json",
            """{ "properties": { "a": { "minimum": 2 }, "b": { "const": "埼玉" } } }"""
        );
        var (_, output, _) = Policykit.Run("validate", file, "--schema", schema);
        Assert.Contains("x.yaml:1:4\n", output, StringComparison.Ordinal);
        Assert.Equal(1, output.Split("error[").Length - 1);
    }

    [Theory]
    [InlineData("\uFEFFa: 1\n")]
    [InlineData("# yaml-language-server: $schema=s.json\n\uFEFFa: 1\n")]
    [InlineData("\uFEFF# 申告\r\n\r\n\uFEFFa: 1\r\n")]
    public void A_byte_order_mark_before_the_content_belongs_to_no_name(string yaml)
    {
        var schema = _folder.Write(
            "s.json",
            """{ "required": ["a"], "additionalProperties": false, "properties": { "a": {} } }"""
        );
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", schema);
        Assert.True(exitCode == ExitCode.Conforms, output);
    }

    [Fact]
    public void A_member_that_stands_twice_is_told_with_both_lines_in_yaml_and_json()
    {
        var yaml = _folder.Write("x.yaml", "a: 1\nb: 2\na: 3\n");
        var json = _folder.Write("x.json", "{\"a\": 1,\n\"\\u0061\": 2}");
        var output = Policykit.Run("validate", yaml, json, "--schema", Anything()).Output;
        Assert.Contains("1行目と3行目", output, StringComparison.Ordinal);
        Assert.Contains("1行目と2行目", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_of_a_stream_and_every_line_behind_a_long_block_has_its_place()
    {
        var block = string.Concat(Enumerable.Repeat("  長い説明\n", 2_000));
        var file = _folder.Write("x.yaml", $"n: 5\n---\na: |\n{block}n: x\n");
        var schema = _folder.Write("s.json", """{ "properties": { "n": { "type": "integer" } } }""");
        Assert.Contains(
            "x.yaml:2004:4\n",
            Policykit.Run("validate", file, "--schema", schema).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0x", "f")]
    [InlineData("0o", "7")]
    [InlineData("", "1")]
    public void A_number_without_end_is_told_and_not_worked_out(string prefix, string digit)
    {
        var file = _folder.Write("x.yaml", "a: " + prefix + string.Concat(Enumerable.Repeat(digit, 300_000)));
        Assert.Contains(
            "数値が長すぎます",
            Policykit.Run("validate", file, "--schema", Anything()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Brackets_without_end_are_told_before_they_are_nested()
    {
        var file = _folder.Write("x.yaml", new string('[', 200_000));
        Assert.Contains(
            "入れ子が深すぎます",
            Policykit.Run("validate", file, "--schema", Anything()).Output,
            StringComparison.Ordinal
        );
    }

    private string Anything() => _folder.Write("anything.json", "true");
}
