namespace PolicyKit.Cli.Tests;

/// <summary>What people type in YAML, told at the line where it is and not at the one where a parser stumbled.</summary>
public sealed class YamlSlipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a: 'it's'\nb: 1\n", 1, "閉じた引用符の後に文字があります")]
    [InlineData("a: \"重要\"な説明\nb: 1\n", 1, "閉じた引用符の後に文字があります")]
    [InlineData("a: \"1\" // 備考\nb: 1\n", 1, "// や /* ではありません")]
    [InlineData("// 備考\na: 1\n", 1, "// や /* ではありません")]
    [InlineData("a: \"1\"＃備考\nb: 1\n", 1, "全角の「＃」")]
    [InlineData("＃ 備考\na: 1\n", 1, "全角の「＃」")]
    [InlineData("a: \"1\"#備考\nb: 1\n", 1, "`#` の前に空白がありません")]
    [InlineData("a: [internet]#備考\nb: 1\n", 1, "`#` の前に空白がありません")]
    [InlineData("a: \"1\"\u3000\nb: 1\n", 1, "行の終わりに全角の空白")]
    [InlineData("a: [1, 2]]\nb: 1\n", 1, "括弧 `]` が一つ多く")]
    [InlineData("a: [下水道] 本番\nb: 1\n", 1, "閉じた括弧の後に文字があります")]
    [InlineData("a: \"x\", \"y\"\nb: 1\n", 1, "閉じた引用符の後に文字があります")]
    [InlineData("a: - 下水道\nb: 1\n", 1, "`- ` で始まっています")]
    [InlineData("a: *.example.jp\nb: 1\n", 1, "`*` で値を書き始めることはできません")]
    [InlineData("a: {x: 1},\nb: 1\n", 1, "行の終わりにコンマ")]
    [InlineData("a: \"1\",\nb: 1\n", 1, "行の終わりにコンマ")]
    [InlineData("z: 1\na: *重要* 至急\n", 2, "`*` で値を書き始めることはできません")]
    [InlineData("z: 1\na: &注意 と書く\n", 2, "`&` で値を書き始めることはできません")]
    [InlineData("z: 1\na:\u3000下\nb: 1\n", 2, "コロンの後が半角の空白ではありません")]
    [InlineData("z: 1\na:\u00A0下\nb: 1\n", 2, "コロンの後が半角の空白ではありません")]
    [InlineData("z: 1\ncode:\"123\"\nb: 1\n", 2, "`code:` の後に空白がありません")]
    [InlineData("z: 1\nflag\ncode: 1\n", 2, "項目名の後にコロンがありません")]
    [InlineData("z:\n  -host: a\n   port: 1\n", 2, "- の後に空白がありません")]
    [InlineData("z:\n  - a\n  －b\nc: 1\n", 3, "リストの記号が「－」")]
    [InlineData("a: 1\n   b: 2\n", 2, "前の行より深く字下げ")]
    [InlineData("a: | 本文\n  続き\n", 1, "`|` の後に文字があります")]
    [InlineData("a: 1\nb: \"x\u0007\"\nc: \u0007\n", 3, "制御文字 (U+0007)")]
    [InlineData("a: &o {x: *o}\n", 1, "それを含む値自身を指しています")]
    [InlineData("a:\n  <<: abc\n", 2, "`<<` の値が、項目の組ではありません")]
    [InlineData("a: &x {p: 1}\nb:\n  <<: *x\n  <<: *x\n", 4, "`<<` が二つあります")]
    public void A_slip_is_told_at_its_line(string yaml, int line, string said)
    {
        var (exitCode, output, _) = Validate(yaml, "{}");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains($"x.yaml:{line}:", output, StringComparison.Ordinal);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Contains("直し方: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: |\n  code:\"123\"\n  -host\nb: {\n  \"x\": \"1\",\n  \"y\": [1, 2]\n}\n")]
    [InlineData("a: http://example.jp\nb: [a:b, \"c\"]\nc: 12:30\n")]
    [InlineData("a: *x # 備考\n", "x")]
    [InlineData("- -1\n- --flag\n- a:b\n")]
    [InlineData("a: 注意 & 確認 * 至急\nb: 'it''s'\n")]
    [InlineData("既定: &既定\n  x: 1\nb: &住所 \"東京\"\n")]
    public void What_looks_like_a_slip_and_is_yaml_is_read(string yaml, string? anchor = null)
    {
        var (exitCode, output, _) = Validate(anchor is null ? yaml : $"o: &{anchor} 1\n{yaml}", "{}");
        Assert.True(exitCode == ExitCode.Conforms, output);
    }

    [Theory]
    [InlineData("a: 010\n", "`10` と書き")]
    [InlineData("a: 0443\n", "`443` と書き")]
    public void A_number_with_a_leading_zero_is_a_warning(string yaml, string remedy)
    {
        var (exitCode, output, _) = Validate(yaml, """{ "properties": { "a": { "type": "integer" } } }""");
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("warning[yaml.leading-zero]", output, StringComparison.Ordinal);
        Assert.Contains(remedy, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password: 0120304\n")]
    [InlineData("password: Kaw4goe2026: x\n")]
    [InlineData("password: *Kaw4goe2026\n")]
    [InlineData("password: [Kaw4goe2026\n")]
    [InlineData("password: |Kaw4goe2026\n")]
    [InlineData("password: \"Kaw4goe2026\"x\n")]
    [InlineData("- name: DB_PASSWORD\n  value: @Kaw4goe2026\n")]
    public void No_slip_repeats_the_secret_that_it_stands_at(string yaml)
    {
        foreach (var format in new[] { "human", "json", "sarif", "junit", "github" })
        {
            var (_, output, error) = Policykit.Run(
                "validate",
                _folder.Write("x.yaml", yaml),
                "--schema",
                _folder.Write("s.json", "{}"),
                "--format",
                format
            );
            Assert.DoesNotContain("Kaw4goe2026", output + error, StringComparison.Ordinal);
            Assert.DoesNotContain("120304", output + error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_bytes_that_are_not_utf_8_the_place_of_the_first_is_told()
    {
        var path = _folder.Write("x.yaml", "");
        File.WriteAllBytes(path, [.. "a: 1\nb: あ"u8, 0xFF, .. "\n"u8]);
        var (_, output, _) = Policykit.Run("validate", path, "--schema", _folder.Write("s.json", "{}"));
        Assert.Contains("x.yaml:2:5\n", output, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Validate(string yaml, string schema) =>
        Policykit.Run("validate", _folder.Write("x.yaml", yaml), "--schema", _folder.Write("s.json", schema));
}
