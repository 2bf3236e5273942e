using System.Globalization;
using System.Text;
using PolicyKit.Documents;
using PolicyKit.Json;
using PolicyKit.Orchestration;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.PackBuilding;

/// <summary>The files that a package is made of, besides the two that are published.</summary>
internal sealed class PackContent(PackDescription description, PolicyPack pack, IReadOnlyList<SourceDocument> published)
{
    private static readonly string[] Names = ["policy.json", "standard.json"];

    /// <summary>Whether a standard imports the baseline that ships with PolicyKit.</summary>
    public static bool ImportsBaseline(SourceDocument file) =>
        file.Kind == DocumentKind.Standard
        && file.Text.Root.TryGetMember("imports", out var imports)
        && imports.Kind == JsonKind.Array
        && imports
            .Items()
            .Any(i =>
                i.Kind == JsonKind.Object
                && i.TryGetMember("standard", out var name)
                && name.Kind == JsonKind.String
                && name.GetString() == MunicipalBaseline.Standard.Id.Value
            );

    /// <summary>The files by name; the nuspec, which is what the build waits for, comes last.</summary>
    public IEnumerable<(string Name, string Text)> Files() =>
        [
            ("Pack.cs", PackSource.Write(description, pack, Hashes())),
            ("README.md", Readme()),
            (description.Id + ".targets", Targets()),
            (description.Id + ".Orchestration.targets", OrchestrationFile.Render(pack.Standard!)),
            (
                "pack.nuspec",
                Nuspec.Write(description, pack, published.Select(f => f.Path).ToList(), published.Any(ImportsBaseline))
            ),
        ];

    private List<(string Name, string Sha256)> Hashes() => [.. Names.Zip(published.Select(f => f.Sha256))];

    private string Targets()
    {
        const string Content = "$(MSBuildThisFileDirectory)../content/";
        return $$"""
            <Project>
              <!-- Made by PolicyKit.Pack.Sdk: the compiler gets the pack as additional files, found by role. -->
              <Import Project="$(MSBuildThisFileDirectory){{description.Id}}.Orchestration.targets" />
              <ItemGroup>
                <PolicyKitPack Include="{{description.Id}}" />
                <AdditionalFiles Include="{{Content}}policy.json" PolicyKitRole="policy" Visible="false" />
                <AdditionalFiles Include="{{Content}}standard.json" PolicyKitRole="standard" Visible="false" />
              </ItemGroup>
            </Project>

            """.ReplaceLineEndings("\n");
    }

    private string Readme()
    {
        var (policy, standard) = (pack.Policy!, pack.Standard!);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {policy.Body.Name} {policy.Title}\n\n");
        text.Append(
            $"`{description.Id}` {description.Version}: {policy.Adoption.Printed}、"
                + $"{standard.Title} {standard.Version}\n\n"
        );
        text.Append("```xml\n");
        text.Append($"<PackageReference Include=\"{description.Id}\" Version=\"{description.Version}\" />\n");
        text.Append("```\n\n| ファイル / file | SHA-256 |\n|---|---|\n");
        foreach (var (name, sha256) in Hashes())
            text.Append($"| `{name}` | `{sha256}` |\n");
        text.Append("\n---\n\n");
        text.Append(PolicyDocument.Render(policy, DocumentFormat.Markdown));
        return text.ToString();
    }
}
