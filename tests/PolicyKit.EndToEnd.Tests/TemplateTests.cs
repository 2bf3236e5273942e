using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>The templates of <c>dotnet new</c>, installed from the package into a place of their own.</summary>
public sealed class TemplateTests : IClassFixture<TemplateHive>, IDisposable
{
    private readonly OutsideProject _project = new();
    private readonly TemplateHive _hive;

    public TemplateTests(TemplateHive hive) => _hive = hive;

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("town", "みどり町", "three", "my-number,lgwan,internet", "article-kanji")]
    [InlineData("union", "北水道組合", "internet", "internet", "outline")]
    [InlineData("ward", "みどり区", "internet", "internet", "article-fullwidth")]
    public void A_pack_is_what_policykit_new_pack_writes(
        string kind,
        string body,
        string zones,
        string zoneIds,
        string numbering
    )
    {
        string[] same =
        [
            "--id",
            "midori",
            "--body",
            body,
            "--kind",
            kind,
            "--numbering",
            numbering,
            "--adopted",
            "2026-04-01",
        ];
        New("policykit-pack", "テンプレート", [.. same, "--zones", zones]);
        Policykit(["new", "pack", "--output", "コマンド", "--zones", zoneIds, .. same]);
        Assert.Equal(FilesIn("コマンド"), FilesIn("テンプレート"));
    }

    [Fact]
    public void A_pack_builds_and_its_registers_and_a_declaration_are_valid()
    {
        _project.WriteConfiguration();
        New("policykit-pack", "pack", "--id", "midori-town", "--body", "みどり町");
        New("policykit-waivers", "pack", "--id", "midori-town");
        New("policykit-evidence", "pack", "--id", "midori-town");
        NewSystem("systems", "2026-10-01");
        var (exitCode, output) = _project.Dotnet("build", "pack", "-nodeReuse:false");
        Assert.True(exitCode == 0, output);
        // What is due by now is no matter of a template.
        Policykit("validate", "pack/evidence.json");
        Policykit("validate", "pack/waivers.json", "systems/system.json", "--pack", "pack");
    }

    [Theory]
    [InlineData("2027-03-31")]
    [InlineData("2027-04-01")]
    [InlineData("2028-12-01")]
    public void A_declaration_is_what_policykit_new_system_writes(string from)
    {
        NewSystem("テンプレート", from);
        string[] described = Described("--name", from);
        Policykit(["new", "system", "--output", "コマンド/system.json", "--zones", "internet", .. described]);
        Assert.Equal(FilesIn("コマンド"), FilesIn("テンプレート"));
    }

    private void NewSystem(string folder, string from) =>
        New("policykit-system", folder, Described("--system-name", from));

    private static string[] Described(string name, string from) =>
        [
            "--id",
            "billing",
            name,
            "料金システム",
            "--purpose",
            "料金の計算",
            "--owner",
            "上下水道課長",
            "--vendor",
            "株式会社みどり",
            "--operation-from",
            from,
        ];

    private void New(string template, string folder, params string[] options)
    {
        var (exitCode, output) = _project.Dotnet([
            "new",
            template,
            "--output",
            folder,
            "--debug:custom-hive",
            _hive.Folder,
            .. options,
        ]);
        Assert.True(exitCode == 0, output);
    }

    private void Policykit(params string[] arguments)
    {
        var program = Repository.PathOf("src", "PolicyKit.Cli", "bin", "Debug", "net10.0", "PolicyKit.Cli.dll");
        var (exitCode, output) = Packages.Run("dotnet", _project.Folder, null, [program, .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    // The version of the SDK is that of the program which wrote the project.
    private IEnumerable<(string Path, string Text)> FilesIn(string folder)
    {
        var root = Path.Combine(_project.Folder, folder);
        return Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f), Regex.Replace(File.ReadAllText(f), "Pack.Sdk/[^\"]+", "")))
            .Order();
    }
}
