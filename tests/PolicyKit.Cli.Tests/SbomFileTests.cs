using System.Security.Cryptography;
using System.Text;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The hash of a software bill of materials against the file that lies beside the declaration.</summary>
public sealed class SbomFileTests : IDisposable
{
    private const string Bill = """{ "bomFormat": "CycloneDX" }""";
    private const string Declared = "a3f1c2d4e5b60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00";

    private static readonly string Delivery = File.ReadAllText(
        Repository.PathOf("schemas", "examples", "system", "valid", "delivery.json")
    );
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_hash_is_found_at_its_line()
    {
        _folder.Write("sbom.cdx.json", Bill);
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("s.json", Delivery), "--format", "json");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("\"code\": \"sbom.other-hash\"", output, StringComparison.Ordinal);
        Assert.Contains("\"pointer\": \"/sbom/sha256\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_hash_is_right()
    {
        _folder.Write("sbom.cdx.json", Bill);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Bill)));
        var file = _folder.Write("s.json", Delivery.Replace(Declared, hash, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
    }

    [Theory]
    [InlineData("\"specVersion\": \"1.6\"", 42, "")]
    [InlineData("\"specVersion\": \"1.6\"", 41, "")]
    [InlineData("\"specVersion\": \"1.6\"", 7, "sbom.other-count")]
    [InlineData("\"specVersion\": \"1.5\"", 42, "sbom.other-version")]
    [InlineData("\"spdxVersion\": \"SPDX-2.3\"", 42, "sbom.other-format")]
    public void What_the_declaration_says_of_the_file_is_compared_with_it(string head, int components, string code)
    {
        var isSpdx = head.Contains("spdx", StringComparison.Ordinal);
        var items = string.Join(", ", Enumerable.Range(0, components).Select(i => $$"""{ "name": "p{{i}}" }"""));
        var bill = isSpdx
            ? $$"""{ {{head}}, "packages": [{{items}}] }"""
            : $$"""{ "bomFormat": "CycloneDX", {{head}}, "components": [{{items}}] }""";
        _folder.Write("sbom.cdx.json", bill);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bill)));
        var file = _folder.Write("s.json", Delivery.Replace(Declared, hash, StringComparison.Ordinal));
        var (exitCode, output, _) = Policykit.Run("validate", file);
        Assert.Equal(code.Length == 0 ? ExitCode.Conforms : ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(code, output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_that_is_told_is_that_of_the_file()
    {
        const string Nested = """
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "components": [{}, {}] }, {}] }
            """;
        _folder.Write("sbom.cdx.json", Nested);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Nested)));
        var file = _folder.Write("s.json", Delivery.Replace(Declared, hash, StringComparison.Ordinal));
        var (_, output, _) = Policykit.Run("validate", file);
        Assert.Contains("42 と申告されていますが、ファイルには 4 あります", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sbom.cdx.json")]
    [InlineData("../other/sbom.cdx.json")]
    [InlineData("/etc/hostname")]
    public void A_file_that_is_not_there_or_lies_elsewhere_is_not_looked_at(string name)
    {
        _folder.Write("other/sbom.cdx.json", Bill);
        var file = _folder.Write("declared/s.json", Delivery.Replace("sbom.cdx.json", name, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", file).ExitCode);
    }
}
