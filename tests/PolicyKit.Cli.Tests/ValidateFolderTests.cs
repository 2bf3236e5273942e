using System.Text.Json;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>
/// The folder of a delivery holds more than documents of PolicyKit: what is not one is named, and is not judged as one.
/// </summary>
public sealed class ValidateFolderTests : IDisposable
{
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private static readonly string Declaration = File.ReadAllText(
        Repository.PathOf("examples", "sewerage-billing", "system.json")
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "bom.json",
        """{ "bomFormat": "CycloneDX", "specVersion": "1.5" }""",
        "ソフトウェア部品表 (CycloneDX 1.5)"
    )]
    [InlineData("bom.spdx.json", """{ "spdxVersion": "SPDX-2.3" }""", "ソフトウェア部品表 (SPDX 2.3)")]
    [InlineData("deploy.yaml", "apiVersion: v1\nkind: Service\n", "PolicyKitの文書ではありません (JSON/YAML)")]
    [InlineData("app.jsonl", "{\"level\": 1}\n{\"level\": 2}\n", "PolicyKitの文書ではありません (JSON/YAML)")]
    [InlineData("cut.json", "{ \"level\": ", "JSONでもYAMLでもないため")]
    [InlineData("README.md", "# 納品物", "PolicyKitの文書ではありません (.md)")]
    [InlineData("build.log", "ok", "PolicyKitの文書ではありません (.log)")]
    public void What_is_none_of_ours_is_named_and_hinders_nothing(string name, string content, string what)
    {
        _folder.Write("system.json", Declaration);
        _folder.Write(name, content);
        var (exitCode, output, error) = Validate(_folder.Path);
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Assert.Contains(name, output, StringComparison.Ordinal);
        Assert.Contains(what, output, StringComparison.Ordinal);
        Assert.Contains("1 ファイルを検証しました", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("申告.json", """{ "id": "a", "operation": {} }""")]
    [InlineData("b.json", """{ "kind": "sistem", "id": "a" }""")]
    [InlineData("evidence.json", """{ "id": "a" }""")]
    [InlineData("x.json", """{ "$schema": "../schemas/waivers.schema.json" }""")]
    [InlineData("cut.json", """{ "kind": "system", """)]
    public void What_may_be_meant_for_us_is_wrong_and_not_foreign(string name, string content)
    {
        _folder.Write("system.json", Declaration);
        _folder.Write(name, content);
        Assert.Equal(ExitCode.UnreadableDeliverable, Validate(_folder.Path).ExitCode);
    }

    [Fact]
    public void Whoever_names_a_file_means_it()
    {
        var bom = _folder.Write("bom.json", """{ "bomFormat": "CycloneDX" }""");
        Assert.Equal(ExitCode.UnreadableDeliverable, Validate(bom).ExitCode);
        Assert.Equal(ExitCode.UnreadableDeliverable, Validate(_folder.Path, bom).ExitCode);
    }

    [Fact]
    public void A_folder_without_any_document_of_ours_is_a_mistake_of_the_caller()
    {
        _folder.Write("bom.json", """{ "bomFormat": "CycloneDX" }""");
        var (exitCode, _, error) = Validate(_folder.Path);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("PolicyKitの文書がありません", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_are_told_too()
    {
        _folder.Write("system.json", Declaration);
        _folder.Write("bom.json", """{ "bomFormat": "CycloneDX" }""");
        var skipped = JsonDocument
            .Parse(Validate(_folder.Path, "--format", "json").Output)
            .RootElement.GetProperty("skipped")
            .EnumerateArray()
            .Select(s => Path.GetFileName(s.GetProperty("file").GetString()));
        Assert.Equal(["bom.json"], skipped);
    }

    private static (int ExitCode, string Output, string Error) Validate(params string[] arguments) =>
        Policykit.Run(["validate", .. arguments, "--pack", Pack, "--as-of", "2026-11-26"]);
}
