using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>What is inside each package, file by file: nothing missing, nothing that slipped in.</summary>
public sealed class PackageTests
{
    private static readonly string[] InEveryPackage = ["THIRD-PARTY-NOTICES.md", "icon.png"];

    [Theory]
    [InlineData(
        "PolicyKit.Json",
        "README.md",
        "lib/net10.0/PolicyKit.Json.dll",
        "lib/net10.0/PolicyKit.Json.xml",
        "lib/netstandard2.0/PolicyKit.Json.dll",
        "lib/netstandard2.0/PolicyKit.Json.xml"
    )]
    [InlineData(
        "PolicyKit.Json.Schemas",
        "README.md",
        "lib/net10.0/PolicyKit.Json.Schemas.dll",
        "lib/net10.0/PolicyKit.Json.Schemas.xml",
        "lib/netstandard2.0/PolicyKit.Json.Schemas.dll",
        "lib/netstandard2.0/PolicyKit.Json.Schemas.xml"
    )]
    [InlineData(
        "PolicyKit",
        "README.md",
        "lib/net10.0/PolicyKit.dll",
        "lib/net10.0/PolicyKit.xml",
        "lib/netstandard2.0/PolicyKit.dll",
        "lib/netstandard2.0/PolicyKit.xml"
    )]
    [InlineData(
        "PolicyKit.Compliance",
        "README.md",
        "lib/net10.0/PolicyKit.Compliance.dll",
        "lib/net10.0/PolicyKit.Compliance.xml",
        "lib/netstandard2.0/PolicyKit.Compliance.dll",
        "lib/netstandard2.0/PolicyKit.Compliance.xml",
        "schemas/evidence.schema.json",
        "schemas/policy.schema.json",
        "schemas/standard.schema.json",
        "schemas/system.schema.json",
        "schemas/waivers.schema.json"
    )]
    [InlineData(
        "PolicyKit.Annotations",
        "README.md",
        "lib/netstandard2.0/PolicyKit.Annotations.dll",
        "lib/netstandard2.0/PolicyKit.Annotations.xml"
    )]
    [InlineData(
        "PolicyKit.Documents",
        "README.md",
        "lib/net10.0/PolicyKit.Documents.dll",
        "lib/net10.0/PolicyKit.Documents.xml"
    )]
    [InlineData(
        "PolicyKit.Checking",
        "README.md",
        "lib/net10.0/PolicyKit.Analyzers.dll",
        "lib/net10.0/PolicyKit.Checking.dll",
        "lib/net10.0/PolicyKit.Checking.xml"
    )]
    [InlineData(
        "PolicyKit.Analyzers",
        "README.md",
        "analyzers/dotnet/cs/NodaTime.dll",
        "analyzers/dotnet/cs/PolicyKit.Analyzers.Guard.dll",
        "analyzers/dotnet/cs/PolicyKit.Analyzers.dll",
        "analyzers/dotnet/cs/PolicyKit.CodeFixes.dll",
        "analyzers/dotnet/cs/PolicyKit.Json.dll",
        "analyzers/dotnet/cs/PolicyKit.dll",
        "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
        "build/PolicyKit.Analyzers.props",
        "build/PolicyKit.Analyzers.targets",
        "buildTransitive/PolicyKit.Analyzers.props",
        "buildTransitive/PolicyKit.Analyzers.targets",
        "tools/aheadoftime/linux-x64/NodaTime.dll",
        "tools/aheadoftime/linux-x64/PolicyKit.Analyzers.Guard.dll",
        "tools/aheadoftime/linux-x64/PolicyKit.Analyzers.dll",
        "tools/aheadoftime/linux-x64/PolicyKit.CodeFixes.dll",
        "tools/aheadoftime/linux-x64/PolicyKit.Json.dll",
        "tools/aheadoftime/linux-x64/PolicyKit.dll",
        "tools/aheadoftime/linux-x64/System.Runtime.CompilerServices.Unsafe.dll",
        "tools/aheadoftime/win-x64/NodaTime.dll",
        "tools/aheadoftime/win-x64/PolicyKit.Analyzers.Guard.dll",
        "tools/aheadoftime/win-x64/PolicyKit.Analyzers.dll",
        "tools/aheadoftime/win-x64/PolicyKit.CodeFixes.dll",
        "tools/aheadoftime/win-x64/PolicyKit.Json.dll",
        "tools/aheadoftime/win-x64/PolicyKit.dll",
        "tools/aheadoftime/win-x64/System.Runtime.CompilerServices.Unsafe.dll"
    )]
    [InlineData(
        "PolicyKit.Packs.MohSewerage",
        "README.md",
        "build/PolicyKit.Packs.MohSewerage.Orchestration.targets",
        "build/PolicyKit.Packs.MohSewerage.targets",
        "buildTransitive/PolicyKit.Packs.MohSewerage.Orchestration.targets",
        "buildTransitive/PolicyKit.Packs.MohSewerage.targets",
        "content/policy.json",
        "content/standard.json",
        "lib/netstandard2.0/PolicyKit.Packs.MohSewerage.dll",
        "lib/netstandard2.0/PolicyKit.Packs.MohSewerage.xml"
    )]
    [InlineData(
        "PolicyKit.Packs.MunicipalBaseline",
        "README.md",
        "build/PolicyKit.Packs.MunicipalBaseline.targets",
        "buildTransitive/PolicyKit.Packs.MunicipalBaseline.targets",
        "content/standard.json",
        "lib/netstandard2.0/PolicyKit.Packs.MunicipalBaseline.dll",
        "lib/netstandard2.0/PolicyKit.Packs.MunicipalBaseline.xml"
    )]
    public void Holds_exactly_these_files(string package, params string[] files) =>
        Assert.Equal(
            files.Concat(InEveryPackage).Order(StringComparer.Ordinal),
            Files(package).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_SDK_of_packs_brings_its_program_and_no_compiler()
    {
        var files = Files("PolicyKit.Pack.Sdk").ToList();
        foreach (var name in new[] { "Sdk/Sdk.props", "Sdk/Sdk.targets", "Sdk/Version.props", "README.md" })
            Assert.Contains(name, files);
        Assert.Contains("tools/PolicyKit.Pack.Sdk.dll", files);
        Assert.Contains("tools/PolicyKit.Pack.Sdk.runtimeconfig.json", files);
        Assert.DoesNotContain(files, f => f.Contains("CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_of_templates_has_templates_and_no_program()
    {
        var files = Files("PolicyKit.Templates").ToList();
        foreach (var template in new[] { "pack", "system", "waivers", "evidence" })
            Assert.Contains($"content/policykit-{template}/.template.config/template.json", files);
        Assert.Contains("content/policykit-pack/article-three/policykit-template-id.policy.csproj", files);
        Assert.DoesNotContain(files, f => f.EndsWith(".dll", StringComparison.Ordinal));
    }

    // 6.6 MB with 59 rules, most of it code compiled ahead of time for two platforms; a week's new kinds cost 0.4 MB.
    // Every build agent downloads it: what it grows by is decided, not noticed.
    [Fact]
    public void The_package_of_the_analyzers_is_at_most_6_8_million_bytes() =>
        Assert.InRange(
            new FileInfo(Path.Combine(Packages.Folder, $"PolicyKit.Analyzers.{Packages.Version}.nupkg")).Length,
            2_000_000,
            6_800_000
        );

    [Theory]
    [InlineData("any")]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    public void The_tool_holds_its_assemblies_and_its_readme(string platform)
    {
        var files = Files("PolicyKit.Cli." + platform).ToList();
        Assert.Contains($"tools/net10.0/{platform}/PolicyKit.Cli.dll", files);
        Assert.Contains($"tools/net10.0/{platform}/PolicyKit.Analyzers.dll", files);
        Assert.Contains("README.md", files);
        Assert.Contains("README.md", Files("PolicyKit.Cli"));
        Assert.DoesNotContain(
            files,
            f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".binlog", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void There_are_no_other_packages() =>
        Assert.Equal(
            new[]
            {
                "PolicyKit",
                "PolicyKit.Analyzers",
                "PolicyKit.Annotations",
                "PolicyKit.Checking",
                "PolicyKit.Cli",
                "PolicyKit.Cli.any",
                "PolicyKit.Cli.linux-x64",
                "PolicyKit.Cli.win-x64",
                "PolicyKit.Compliance",
                "PolicyKit.Documents",
                "PolicyKit.Json",
                "PolicyKit.Json.Schemas",
                "PolicyKit.Pack.Sdk",
                "PolicyKit.Packs.MohSewerage",
                "PolicyKit.Packs.MunicipalBaseline",
                "PolicyKit.Templates",
            },
            Directory
                .GetFiles(Packages.Folder, "*.nupkg")
                .Select(f =>
                    Path.GetFileName(f).Replace("." + Packages.Version + ".nupkg", "", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("PolicyKit")]
    [InlineData("PolicyKit.Json")]
    [InlineData("PolicyKit.Json.Schemas")]
    [InlineData("PolicyKit.Compliance")]
    [InlineData("PolicyKit.Annotations")]
    [InlineData("PolicyKit.Checking")]
    [InlineData("PolicyKit.Documents")]
    [InlineData("PolicyKit.Analyzers")]
    [InlineData("PolicyKit.Packs.MohSewerage")]
    [InlineData("PolicyKit.Templates")]
    [InlineData("PolicyKit.Cli")]
    public void Carries_its_metadata(string package)
    {
        using var zip = Open(package);
        var nuspec = XDocument.Load(
            zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open()
        );
        string? Of(string name) => nuspec.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal("MIT", Of("license"));
        Assert.Equal("README.md", Of("readme"));
        Assert.Equal("icon.png", Of("icon"));
        Assert.True(Of("description")!.Length > 40);
        Assert.Contains("policy-as-code", Of("tags"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PolicyKit.Analyzers")]
    [InlineData("PolicyKit.Cli.any")]
    [InlineData("PolicyKit.Cli.linux-x64")]
    [InlineData("PolicyKit.Cli.win-x64")]
    public void Every_assembly_of_others_is_in_the_notices(string package)
    {
        var named = Regex
            .Matches(File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md")), @"`(?<name>[\w.*]+\.dll)`")
            .Select(m =>
                "^" + Regex.Escape(m.Groups["name"].Value).Replace("\\*", ".*", StringComparison.Ordinal) + "$"
            )
            .ToList();
        var others = Files(package)
            .Select(f => Path.GetFileName(f))
            .Where(f => f.EndsWith(".dll", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("PolicyKit", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, f => !named.Exists(n => Regex.IsMatch(f, n)));
    }

    [Fact]
    public void No_package_names_the_folder_in_which_it_was_built()
    {
        var packages = Directory
            .GetFiles(Packages.Folder, "PolicyKit*.*nupkg")
            .Where(f => f.Contains(Packages.Version, StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(packages);
        Assert.Empty(packages.SelectMany(EntriesNamingTheFolder));
    }

    [Theory]
    [InlineData("PolicyKit")]
    [InlineData("PolicyKit.Json")]
    [InlineData("PolicyKit.Annotations")]
    [InlineData("PolicyKit.Documents")]
    [InlineData("PolicyKit.Packs.MohSewerage")]
    public void A_library_has_a_package_of_symbols(string package)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(Packages.Folder, $"{package}.{Packages.Version}.snupkg"));
        Assert.Contains(zip.Entries, e => e.Name == package + ".pdb");
    }

    private static List<string> EntriesNamingTheFolder(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return zip
            .Entries.Where(e =>
            {
                using var stream = e.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                var content = bytes.ToArray().AsSpan();
                return content.IndexOf(Encoding.UTF8.GetBytes(Repository.Root)) >= 0
                    || content.IndexOf(Encoding.Unicode.GetBytes(Repository.Root)) >= 0;
            })
            .Select(e => Path.GetFileName(package) + ": " + e.FullName)
            .ToList();
    }

    [Fact]
    public void The_pack_lets_the_analyzers_flow_to_whoever_references_it()
    {
        using var zip = Open("PolicyKit.Packs.MohSewerage");
        var nuspec = XDocument.Load(
            zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open()
        );
        var dependency = nuspec
            .Descendants()
            .Single(e => e.Name.LocalName == "dependency" && e.Attribute("id")!.Value == "PolicyKit.Analyzers");
        var flows = (dependency.Attribute("include")?.Value ?? "All")
            .Split(',')
            .Except((dependency.Attribute("exclude")?.Value ?? "").Split(','))
            .ToList();
        Assert.True(
            flows.Contains("All") || (flows.Contains("Analyzers") && flows.Contains("BuildTransitive")),
            dependency.ToString()
        );
        Assert.DoesNotContain("Analyzers", (dependency.Attribute("exclude")?.Value ?? "").Split(','));
        Assert.DoesNotContain("Build", (dependency.Attribute("exclude")?.Value ?? "").Split(','));
    }

    private static IEnumerable<string> Files(string package)
    {
        using var zip = Open(package);
        return zip
            .Entries.Select(e => e.FullName)
            .Where(f =>
                !f.StartsWith("_rels/", StringComparison.Ordinal)
                && !f.StartsWith("package/", StringComparison.Ordinal)
                && f != "[Content_Types].xml"
                && !f.EndsWith(".nuspec", StringComparison.Ordinal)
            )
            .ToList();
    }

    private static ZipArchive Open(string package) =>
        ZipFile.OpenRead(Path.Combine(Packages.Folder, $"{package}.{Packages.Version}.nupkg"));
}
