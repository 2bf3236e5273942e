using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>Which project may know which: the arrows of the design, and no others.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["PolicyKit.Json"] = [],
        ["PolicyKit.Json.Schemas"] = ["PolicyKit.Json"],
        ["PolicyKit"] = ["PolicyKit.Json", "NodaTime"],
        ["PolicyKit.Compliance"] = ["PolicyKit", "PolicyKit.Json.Schemas"],
        ["PolicyKit.Annotations"] = ["Microsoft.Extensions.Compliance.Abstractions"],
        ["PolicyKit.Analyzers"] = ["PolicyKit", "Microsoft.CodeAnalysis.CSharp"],
        ["PolicyKit.Analyzers.Guard"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["PolicyKit.Documents"] = ["PolicyKit.Compliance", "Fluid.Core", "Ical.Net"],
        ["PolicyKit.Instruments"] = ["PolicyKit", "AngleSharp", "DiffPlex"],
        ["PolicyKit.Forms"] = ["PolicyKit.Documents", "DocumentFormat.OpenXml"],
        ["PolicyKit.Packs.MunicipalBaseline"] = ["PolicyKit"],
        ["PolicyKit.Packs.MohSewerage"] = ["PolicyKit", "PolicyKit.Packs.MunicipalBaseline"],
        ["PolicyKit.Pack.Sdk"] = ["PolicyKit.Documents"],
        ["PolicyKit.Templates"] = ["PolicyKit.Cli"],
        ["PolicyKit.CodeFixes"] =
        [
            "Microsoft.CodeAnalysis.CSharp",
            "Microsoft.CodeAnalysis.CSharp.Workspaces",
            "System.Composition",
        ],
        ["PolicyKit.Analyzers.Package"] =
        [
            "Microsoft.CodeAnalysis.CSharp",
            "PolicyKit.Analyzers",
            "PolicyKit.Analyzers.Guard",
            "PolicyKit.CodeFixes",
        ],
        ["PolicyKit.Checking"] =
        [
            "PolicyKit",
            "PolicyKit.Compliance",
            "PolicyKit.Packs.MunicipalBaseline",
            "PolicyKit.Analyzers",
            "PolicyKit.Analyzers.Guard",
            "Microsoft.CodeAnalysis.CSharp",
            "MSBuild.StructuredLogger",
        ],
        ["PolicyKit.Cli"] =
        [
            "PolicyKit.Checking",
            "PolicyKit.Documents",
            "PolicyKit.Forms",
            "PolicyKit.Instruments",
            "PolicyKit.Packs.MunicipalBaseline",
            "PolicyKit.Analyzers",
            "JsonSchema.Net",
            "Microsoft.Extensions.FileSystemGlobbing",
            "Spectre.Console",
            "System.CommandLine",
            "Wcwidth",
            "YamlDotNet",
        ],
    };

    private static readonly string[] BuildOnly =
    [
        "PolySharp",
        "Microsoft.CodeAnalysis.PublicApiAnalyzers",
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
    ];

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
                .Select(p => Path.GetRelativePath(Repository.Root, p))
                .Where(p =>
                    p.StartsWith("src", StringComparison.Ordinal) || p.StartsWith("analyzers", StringComparison.Ordinal)
                ),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_the_design_lets_it_know(string path)
    {
        var references = XDocument
            .Load(Repository.PathOf(path))
            .Descendants()
            .Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference")
            .Select(e =>
                e.Name.LocalName == "ProjectReference"
                    ? Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/'))
                    : e.Attribute("Include")!.Value
            )
            .Except(BuildOnly);
        Assert.Equal(
            Allowed[Path.GetFileNameWithoutExtension(path)].Order(StringComparer.Ordinal),
            references.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(typeof(Json.JsonText))]
    [InlineData(typeof(Policies.SecurityPolicy))]
    [InlineData(typeof(Analyzers.Engine.PolicyRule))]
    public void An_assembly_that_runs_in_the_compiler_references_nothing_else(Type anchor)
    {
        // The base of .NET is there in every compiler host; System.Text.Json is there in none that one can count on.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var ours = new[]
        {
            "netstandard",
            "NodaTime",
            "PolicyKit",
            "PolicyKit.Json",
            "Microsoft.CodeAnalysis",
            "Microsoft.CodeAnalysis.CSharp",
        };
        Assert.DoesNotContain(
            anchor.Assembly.GetReferencedAssemblies().Select(a => a.Name!),
            name =>
                name == "System.Text.Json"
                || (
                    !ours.Contains(name)
                    && !(
                        name.StartsWith("System.", StringComparison.Ordinal)
                        && File.Exists(Path.Combine(runtime, name + ".dll"))
                    )
                )
        );
    }

    [Fact]
    public void The_analyzers_stay_on_the_compiler_s_floor() =>
        Assert.All(
            typeof(Analyzers.Engine.PolicyRule)
                .Assembly.GetReferencedAssemblies()
                .Where(a => a.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            a => Assert.Equal(new Version(4, 8, 0, 0), a.Version)
        );

    [Fact]
    public void Nothing_in_the_library_or_the_analyzers_knows_the_first_body() =>
        Assert.Empty(
            new[] { "PolicyKit", "PolicyKit.Json", "PolicyKit.Json.Schemas", "PolicyKit.Compliance" }
                .SelectMany(project =>
                    Directory.EnumerateFiles(Repository.PathOf("src", project), "*", SearchOption.AllDirectories)
                )
                .Concat(Directory.EnumerateFiles(Repository.PathOf("analyzers"), "*.cs", SearchOption.AllDirectories))
                .Where(f =>
                    Path.GetExtension(f) is ".cs" or ".json" or ".resx"
                    && !f.Contains("/obj/", StringComparison.Ordinal)
                    && !f.Contains("/bin/", StringComparison.Ordinal)
                )
                .Where(f =>
                    File.ReadAllText(f) is var text
                    && (
                        text.Contains("毛呂山", StringComparison.Ordinal)
                        || text.Contains("MohSewerage", StringComparison.Ordinal)
                        || text.Contains("moh-sewerage", StringComparison.Ordinal)
                    )
                )
                .Select(f => Path.GetRelativePath(Repository.Root, f))
        );
}
