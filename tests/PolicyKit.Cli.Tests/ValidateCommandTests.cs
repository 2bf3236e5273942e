using System.Text;
using System.Text.Json;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private static readonly string Declaration = File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "system.json"));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shows_every_mistake_of_a_vendor_s_file_with_its_place_and_how_to_mend_it()
    {
        var text = Declaration.Replace("\"purpose\": \"下水道", "\"purpos\": \"下水道", StringComparison.Ordinal).Replace("\"2031-03-31\"", "2031", StringComparison.Ordinal)
            .Replace("\"3B\"", "\"3D\"", StringComparison.Ordinal).Replace("\"transfer.bank.example.jp\"", "\"https://transfer.bank.example.jp/\"", StringComparison.Ordinal);
        var file = _folder.Write("申告.json", text);
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Snapshot.Match(output.Replace(_folder.Path + "/", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_content_with_the_real_files() => Assert.Equal(
        (0, "3 ファイルを検証しました。問題はありません\n", ""),
        Policykit.Run("validate", Repository.PathOf("examples", "sewerage-billing", "system.json"), Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"), Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "standard.json")));

    [Theory]
    [InlineData("\"service\": \"bank-transfer\"", "\"service\": \"bank\"", "reference.unknown-service")]
    [InlineData("\"2031-03-31\"", "\"2021-03-31\"", "system.period-reversed")]
    [InlineData("\"2031-03-31\"", "\"2031-02-31\"", "schema.format")]
    [InlineData("\"kind\": \"system\"", "\"kind\": \"sistem\"", "read.no-kind")]
    [InlineData("\"zones\": [\"internet\"],", "\"zones\": [\"internet\"]", "json.expected-comma-or-brace")]
    public void Asks_the_finer_questions_after_the_schema_in_the_same_form(string from, string to, string code)
    {
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("s.json", Declaration.Replace(from, to, StringComparison.Ordinal)), "--format", "json");
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
        Assert.Equal(ExitCode.Conforms, Program.Run(["validate", "-"], output, output, () => new MemoryStream(Encoding.UTF8.GetBytes(Declaration))));
        _folder.Write("a/1.json", "5");
        _folder.Write("a/b/2.json", "\"x\"");
        var schema = _folder.Write("schema.json", "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"integer\"}");
        var (exitCode, text, _) = Policykit.Run("validate", Path.Combine(_folder.Path, "a"), "--schema", schema, "--lang", "en");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("This must be an integer, but it is a string", text, StringComparison.Ordinal);
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
        Assert.Contains("JSONファイルがありません", Fails("validate", _folder.Path), StringComparison.Ordinal);
        Assert.Contains("がありません", Fails("validate", Path.Combine(_folder.Path, "x.json")), StringComparison.Ordinal);
        var schema = _folder.Write("schema.json", "{\n  \"$ref\": \"http://example.jp/nowhere\"\n}");
        Assert.Contains("schema.json:2:11 参照先 `http://example.jp/nowhere` がありません", Fails("validate", schema, "--schema", schema), StringComparison.Ordinal);
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("empty.json", ""));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("空です", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_shows_and_exports_the_schemas()
    {
        Assert.Equal("policy\nstandard\nsystem\nwaivers\nevidence\n", Policykit.Run("schema", "list").Output);
        Assert.Equal(File.ReadAllText(Repository.PathOf("schemas", "system.schema.json")), Policykit.Run("schema", "show", "system").Output);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("schema", "export", Path.Combine(_folder.Path, "out")).ExitCode);
        Assert.Equal(["evidence.schema.json", "policy.schema.json", "standard.schema.json", "system.schema.json", "waivers.schema.json"], Directory.GetFiles(Path.Combine(_folder.Path, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Fails(params string[] arguments)
    {
        var (exitCode, _, error) = Policykit.Run(arguments);
        Assert.Equal(ExitCode.Usage, exitCode);
        return error;
    }
}
