using System.Globalization;
using System.Text;
using PolicyKit.Documents;
using PolicyKit.Orchestration;
using PolicyKit.Packs;
using PolicyKit.Policies;

namespace PolicyKit.PackBuilding;

/// <summary>The files that a package is made of, besides those that are published.</summary>
internal sealed class PackContent(PackDescription description, PolicyPack pack, PublishedFiles published)
{
    public const string ReadmeName = "README.md";

    private string TargetsName => description.Id + ".targets";

    private string OrchestrationName => description.Id + ".Orchestration.targets";

    /// <summary>The files by name; the nuspec, which is what the build waits for, comes last.</summary>
    public IEnumerable<(string Name, string Text)> Files()
    {
        var made = new List<(string Name, string Text)> { (ReadmeName, Readme()), (TargetsName, Targets()) };
        if (pack.Policy is not null)
            made.Add((OrchestrationName, OrchestrationFile.Render(pack.Standard!)));
        var source = new PackSource(description.Id, pack, published).Write();
        var (publisher, title) = pack.Policy is { } policy
            ? (policy.Body.Name, $"{policy.Body.Name} {policy.Title}")
            : (description.Id, pack.Standard!.Title);
        var manifest = new Nuspec(description, published).Write(publisher, title, made.Select(m => m.Name));
        return [("Pack.cs", source), .. made, ("pack.nuspec", manifest)];
    }

    // A standard alone comes beside the standard that imports it: it makes no pack, and raises nothing by itself.
    private string Targets()
    {
        var text = new StringBuilder("<Project>\n");
        text.Append(
            "  <!-- Made by PolicyKit.Pack.Sdk: the compiler gets the pack as additional files, found by role. -->\n"
        );
        if (pack.Policy is not null)
            text.Append($"  <Import Project=\"$(MSBuildThisFileDirectory){OrchestrationName}\" />\n");
        text.Append("  <ItemGroup>\n");
        if (pack.Policy is not null)
            text.Append($"    <PolicyKitPack Include=\"{description.Id}\" />\n");
        foreach (var (file, name) in published.Named)
            text.Append(
                $"    <AdditionalFiles Include=\"$(MSBuildThisFileDirectory)../content/{name}\" "
                    + $"PolicyKitRole=\"{Path.GetFileNameWithoutExtension(name)}\" Visible=\"false\" />\n"
            );
        return text.Append("  </ItemGroup>\n</Project>\n").ToString();
    }

    private string Readme()
    {
        var (policy, standard) = (pack.Policy, pack.Standard!);
        var text = new StringBuilder();
        if (description.Optional("readme") is { } introduction)
            text.Append(File.ReadAllText(introduction).ReplaceLineEndings("\n").TrimEnd('\n')).Append("\n\n---\n\n");
        else
            text.Append(policy is null ? $"# {standard.Title}\n\n" : $"# {policy.Body.Name} {policy.Title}\n\n");
        var adopted = policy is null ? "" : policy.Adoption.Printed + "、";
        text.Append($"`{description.Id}` {description.Version}: {adopted}{standard.Title} {standard.Version}\n\n");
        if (policy is not null)
            text.Append("```xml\n")
                .Append($"<PackageReference Include=\"{description.Id}\" Version=\"{description.Version}\" />\n")
                .Append("```\n\n");
        text.Append("| ファイル / file | SHA-256 |\n|---|---|\n");
        foreach (var (file, name) in published.Named)
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | `{file.Sha256}` |\n");
        if (policy is not null)
            text.Append("\n---\n\n").Append(PolicyDocument.Render(policy, DocumentFormat.Markdown));
        return text.ToString();
    }
}
