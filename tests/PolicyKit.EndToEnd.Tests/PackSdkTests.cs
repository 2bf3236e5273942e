using System.IO.Compression;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>A body publishes its own pack, and a vendor's build takes it from a folder.</summary>
public sealed class PackSdkTests : IDisposable
{
    private const string Package = "midori-town.policy";

    private readonly OutsideProject _project = new();

    private string PackFolder => Path.Combine(_project.Folder, "パック");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_new_pack_is_packed_without_code_and_governs_the_build_of_a_vendor_that_restores_it()
    {
        WriteFeeds();
        NewPack("article");
        A_mistake_in_the_policy_fails_the_build_at_its_place();
        Publish("1.0.0");
        Assert.Equal(FilesOf(Package), Packed(Package, "1.0.0"));
        Assert.Matches("error PK6101: .*基本方針 第6条第6号", Build("1.0.0"));
        // The same body, with its provisions numbered anew.
        Directory.Delete(PackFolder, recursive: true);
        NewPack("article-kanji");
        Publish("2.0.0");
        Assert.Matches("error PK6101: .*基本方針 第六条第六号", Build("2.0.0"));
        var both = Build("2.0.0", "PolicyKit.Packs.MohSewerage");
        Assert.Matches(@"error PK0002: 基本方針パックが二つ以上参照されています \(.*midori-town\.policy", both);
        Assert.Matches(@"error PK0002: .*PolicyKit\.Packs\.MohSewerage", both);
    }

    [Fact]
    public void The_example_of_another_body_is_packed_without_what_is_not_public()
    {
        WriteFeeds();
        _project.CopyFiles("pack-of-another-body", "パック");
        var folder = Path.Combine(PackFolder, "package");
        SetSdkVersion(Path.Combine(folder, "MidoriTown.Policy.csproj"));
        Pack(folder, "1.1.0");
        Assert.Equal(FilesOf("MidoriTown.Policy"), Packed("MidoriTown.Policy", "1.1.0"));
    }

    private static IEnumerable<string> FilesOf(string package) =>
        [
            $"build/{package}.Orchestration.targets",
            $"build/{package}.targets",
            $"buildTransitive/{package}.Orchestration.targets",
            $"buildTransitive/{package}.targets",
            "content/policy.json",
            "content/standard.json",
            $"lib/netstandard2.0/{package}.dll",
            $"lib/netstandard2.0/{package}.xml",
            "README.md",
        ];

    private void A_mistake_in_the_policy_fails_the_build_at_its_place()
    {
        var file = Path.Combine(PackFolder, "policy.json");
        var policy = File.ReadAllText(file);
        File.WriteAllText(file, policy.Replace("\"shortTitle\"", "\"shortTitel\"", StringComparison.Ordinal));
        var overlay = Path.Combine(PackFolder, "overlay.standard.json");
        File.WriteAllText(
            overlay,
            """
            {
              "kind": "standard", "id": "midori-town.overlay", "policy": "midori-town.basic-policy", "version": "1.0",
              "title": "対策基準 (非公開)", "shortTitle": "対策基準", "imports": [], "controls": [],
              "zones": [{ "id": "internet", "name": "インターネット接続系" }]
            }
            """
        );
        var (exitCode, output) = _project.Dotnet("build", PackFolder, "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        Assert.Matches(@"policy\.json\(5,3\): error PK0002: .*`shortTitel`", output);
        Assert.Matches(@"overlay\.standard\.json\(\d+,\d+\): error PK000[23]: ", output);
        File.WriteAllText(file, policy);
        File.Delete(overlay);
    }

    private void NewPack(string numbering)
    {
        var (exitCode, output) = Packages.Run(
            "dotnet",
            _project.Folder,
            null,
            Repository.PathOf("src", "PolicyKit.Cli", "bin", "Debug", "net10.0", "PolicyKit.Cli.dll"),
            "new",
            "pack",
            "--body",
            "みどり町",
            "--id",
            "midori-town",
            "--zones",
            "internet",
            "--numbering",
            numbering,
            "--output",
            PackFolder
        );
        Assert.True(exitCode == 0, output);
        // What a body keeps beside its policy, and publishes to nobody.
        File.WriteAllText(
            Path.Combine(PackFolder, "evidence.json"),
            """{ "kind": "evidence", "id": "midori-town.evidence", "records": [] }"""
        );
        SetSdkVersion(Path.Combine(PackFolder, Package + ".csproj"));
    }

    private static void SetSdkVersion(string project) =>
        File.WriteAllText(
            project,
            Regex.Replace(File.ReadAllText(project), "Pack.Sdk/[^\"]+", "Pack.Sdk/" + Packages.Version)
        );

    // In the text that we wrote there is nothing to consider.
    private void Publish(string version) =>
        Assert.DoesNotContain("warning PK", Pack(PackFolder, version), StringComparison.Ordinal);

    private string Pack(string folder, string version)
    {
        var (exitCode, output) = _project.Dotnet(
            "pack",
            folder,
            "-o",
            Path.Combine(_project.Folder, "feed"),
            "-p:Version=" + version,
            "-nodeReuse:false"
        );
        Assert.True(exitCode == 0, output);
        return output;
    }

    private IEnumerable<string> Packed(string id, string version)
    {
        using var package = ZipFile.OpenRead(Path.Combine(_project.Folder, "feed", $"{id}.{version}.nupkg"));
        return
        [
            .. package
                .Entries.Select(e => e.FullName)
                .Where(n => !Regex.IsMatch(n, @"^(_rels|package)/|\.nuspec$|^\[Content_Types\]"))
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private string Build(string version, params string[] others)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_project.Folder, "納品物")).FullName;
        var references = string.Concat(
            others
                .Select(o => (o, Packages.Version))
                .Prepend((Package, version))
                .Select(p => $"<PackageReference Include=\"{p.Item1}\" Version=\"{p.Item2}\" />")
        );
        File.WriteAllText(
            Path.Combine(folder, "Delivery.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>"
                + $"</PropertyGroup><ItemGroup>{references}</ItemGroup></Project>"
        );
        File.WriteAllText(
            Path.Combine(folder, "Store.cs"),
            "public static class Store { public const string Password = \"Kaw4goe-Ryokuchi\"; "
                + "public const string Why = MidoriTown.Policy.Provisions.MeasuresTechnical; }"
        );
        var (exitCode, output) = _project.Dotnet("build", folder, "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        return output;
    }

    // The body's feed is a folder; what it publishes is unpacked here, and what is ours where it is already.
    private void WriteFeeds()
    {
        _project.WriteConfiguration();
        var file = Path.Combine(_project.Folder, "nuget.config");
        Directory.CreateDirectory(Path.Combine(_project.Folder, "feed"));
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace($"value=\"{Packages.Cache}\"", "value=\"packages\"", StringComparison.Ordinal)
                .Replace(
                    "</packageSources>",
                    "<add key=\"body\" value=\"feed\" /></packageSources>",
                    StringComparison.Ordinal
                )
                .Replace(
                    "<fallbackPackageFolders>",
                    $"<fallbackPackageFolders><add key=\"ours\" value=\"{Packages.Cache}\" />",
                    StringComparison.Ordinal
                )
        );
        Directory.CreateDirectory(Packages.Cache);
    }
}
