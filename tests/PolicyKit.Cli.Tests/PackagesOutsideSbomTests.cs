using System.Text;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Tests;

/// <summary>PK8003: packages that the declared bill of materials does not list.</summary>
public sealed class PackagesOutsideSbomTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "bomFormat": "CycloneDX", "components": [] }""")]
    [InlineData("""{ "components": [{ "name": "Dapper", "version": "2.1.35" }] }""")]
    [InlineData("""{ "components": [{ "purl": "pkg:npm/npgsql@9.0.3" }] }""")]
    [InlineData("""{ "components": [{ "purl": "pkg:nuget/Npgsql.Json@9.0.3" }, { "name": 1 }, null, []] }""")]
    [InlineData("""{ "components": [{ "name": "Npgsql" }] }""")]
    [InlineData("""{ "spdxVersion": "SPDX-2.3", "packages": [{ "name": "Dapper", "versionInfo": "9.0.3" }] }""")]
    [InlineData("""{ "packages": [{ "externalRefs": [{ "referenceLocator": "pkg:nuget/Dapper@9.0.3" }, 1] }, 2] }""")]
    public void Reports_a_package_that_is_not_listed(string sbom)
    {
        var found = Assert.Single(Find(sbom, new Package("Npgsql", "9.0.3")));
        Assert.Equal("PK8003", found.Rule.Value);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal("The package `Npgsql` 9.0.3 is not in the declared SBOM (`sbom.json`)", found.Message);
        Assert.Equal("measures.outsourcing", Assert.Single(found.Provisions).Value);
    }

    [Fact]
    public void Reports_one_of_another_version_with_the_version_that_is_listed() =>
        Assert.Equal(
            "パッケージ `Npgsql` の版 9.0.3 が、申告されたSBOM (`sbom.json`) の版 9.0.2 と違います",
            Assert
                .Single(
                    Find(
                        """{ "components": [{ "purl": "pkg:nuget/npgsql@9.0.2" }] }""",
                        MessageLanguage.Japanese,
                        new Package("Npgsql", "9.0.3")
                    )
                )
                .Message
        );

    [Fact]
    public void Reports_each_package_once() =>
        Assert.Equal(2, Find("""{ "components": [] }""", new Package("A", "1.0.0"), new Package("B", "1.0.0")).Count());

    [Theory]
    [InlineData("""{ "components": [{ "name": "Npgsql", "version": "9.0.3" }] }""")]
    [InlineData("""{ "components": [{ "name": "npgsql", "version": "9.0.3.0" }] }""")]
    [InlineData("""{ "components": [{ "name": "Npgsql", "version": "9.0.3+sha.1" }] }""")]
    [InlineData("""{ "components": [{ "purl": "pkg:nuget/Npgsql@9.0.3?checksum=1#lib" }] }""")]
    [InlineData("""{ "components": [{ "purl": "pkg:nuget/Npgsql@9.0%2E3" }] }""")]
    [InlineData("""{ "components": [{ "name": "App", "components": [{ "purl": "pkg:nuget/Npgsql@9.0.3" }] }] }""")]
    [InlineData("""{ "packages": [{ "name": "Npgsql", "versionInfo": "9.0.3" }] }""")]
    [InlineData("""{ "packages": [{ "externalRefs": [{ "referenceLocator": "pkg:nuget/Npgsql@9.0.3" }] }] }""")]
    public void Is_silent_about_a_package_that_is_listed(string sbom) =>
        Assert.Empty(Find(sbom, new Package("Npgsql", "9.0.3")));

    [Theory]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" />")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"components\": 1 }")]
    [InlineData("")]
    public void Is_silent_where_the_bill_is_of_another_form(string sbom) =>
        Assert.Empty(Find(sbom, new Package("Npgsql", "9.0.3")));

    [Fact]
    public void Is_silent_where_the_bill_does_not_lie_beside_the_declaration()
    {
        var pack = PackOf(Declaration("../sbom.json"));
        Assert.Empty(
            PackagesOutsideSbom.Find("/src/P.csproj", [new Package("A", "1.0.0")], pack, MessageLanguage.English)
        );
    }

    [Fact]
    public void Packages_are_those_of_references_and_those_that_they_need()
    {
        _folder.Write("packages/npgsql/9.0.3/npgsql.nuspec", "<package />");
        _folder.Write("packages/npgsql/9.0.3/lib/net8.0/Npgsql.dll", "");
        _folder.Write("lib/Own.dll", "");
        _folder.Write(
            "App/obj/project.assets.json",
            """
            { "targets": { "net10.0": {
                "SQLitePCLRaw.lib/2.1.10": { "type": "package", "runtimeTargets": { "native/e_sqlite3.so": {} } },
                "Only.Analyzers/1.0.0": { "type": "package", "build": { "build/a.props": {} } },
                "Placeholder/1.0.0": { "type": "package", "runtime": { "lib/net10.0/_._": {} } },
                "Other/1.0.0": { "type": "project", "runtime": { "lib/Other.dll": {} } } },
              "net48": { "Old/1.0.0": { "type": "package", "runtime": { "lib/net48/Old.dll": {} } } } } }
            """
        );
        var call = CompilerCall.Parse(
            Path.Combine(_folder.Path, "App", "App.csproj"),
            ["/r:../packages/npgsql/9.0.3/lib/net8.0/Npgsql.dll", "/r:../lib/Own.dll"],
            ""
        ) with
        {
            Logged = new LoggedProject("", new Dictionary<string, string> { ["TargetFramework"] = "net10.0" }),
        };
        Assert.Equal(
            [new Package("npgsql", "9.0.3"), new Package("SQLitePCLRaw.lib", "2.1.10")],
            UsedPackages.Of(call)
        );
    }

    private IEnumerable<Findings.Finding> Find(string sbom, params Package[] used) =>
        Find(sbom, MessageLanguage.English, used);

    private IEnumerable<Findings.Finding> Find(string sbom, MessageLanguage language, params Package[] used)
    {
        _folder.Write("sbom.json", sbom);
        return PackagesOutsideSbom.Find("/src/P.csproj", used, PackOf(Declaration("sbom.json")), language);
    }

    private static string Declaration(string file) =>
        $$"""{ "kind": "system", "id": "a", "sbom": { "file": "{{file}}" } }""";

    private PolicyPack PackOf(string declaration) =>
        PolicyPack.Load(
            [SourceDocument.FromBytes(Path.Combine(_folder.Path, "system.json"), Encoding.UTF8.GetBytes(declaration))],
            RuleCatalog.Known
        );
}
