using System.Xml.Linq;
using PolicyKit.Packs;

namespace PolicyKit.PackBuilding;

/// <summary>
/// The manifest of the package. It names each file that goes in: what else lies in the project's folder cannot.
/// </summary>
internal static class Nuspec
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    public static string Write(
        PackDescription description,
        PolicyPack pack,
        IReadOnlyList<string> published,
        bool needsBaseline
    )
    {
        var policy = pack.Policy!;
        var metadata = new XElement(
            Schema + "metadata",
            Of("id", description.Id),
            Of("version", description.Version),
            Of("authors", description.Optional("authors") ?? policy.Body.Name),
            Of("description", description.Optional("description") ?? $"{policy.Body.Name} {policy.Title}"),
            Of("readme", "README.md"),
            Of("tags", "policykit 情報セキュリティポリシー"),
            description.Optional("license") is { } license
                ? new XElement(Schema + "license", new XAttribute("type", "expression"), license)
                : null,
            description.Optional("url") is { } url ? Of("projectUrl", url) : null,
            new XElement(
                Schema + "dependencies",
                new XElement(
                    Schema + "group",
                    new XAttribute("targetFramework", description.Framework),
                    Dependency("PolicyKit", description.Sdk, null),
                    needsBaseline ? Dependency("PolicyKit.Packs.MunicipalBaseline", description.Sdk, null) : null,
                    // Whoever references the pack gets the analyzers with it.
                    Dependency("PolicyKit.Analyzers", description.Sdk, "Compile,Runtime")
                )
            )
        );
        var files = new XElement(
            Schema + "files",
            Made(description, "README.md", "README.md"),
            Named("policy.json", published[0]),
            Named("standard.json", published[1]),
            Of(description, ".targets", "build"),
            Of(description, ".Orchestration.targets", "build"),
            Of(description, ".targets", "buildTransitive"),
            Of(description, ".Orchestration.targets", "buildTransitive"),
            File(description.Assembly, $"lib/{description.Framework}/{Path.GetFileName(description.Assembly)}")
        );
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + new XElement(Schema + "package", metadata, files)
            + "\n";
    }

    private static XElement Of(string name, string text) => new(Schema + name, text);

    private static XElement Dependency(string id, string version, string? without) =>
        new(
            Schema + "dependency",
            new XAttribute("id", id),
            new XAttribute("version", version),
            // All else, the build assets too, reaches whoever references the pack.
            without is null
                ? new XAttribute("include", "All")
                : new XAttribute("exclude", without)
        );

    private static XElement Named(string name, string path) => File(path, "content/" + name);

    private static XElement Of(PackDescription description, string ending, string folder) =>
        Made(description, description.Id + ending, $"{folder}/{description.Id}{ending}");

    private static XElement Made(PackDescription description, string name, string target) =>
        File(Path.Combine(description.Output, name), target);

    private static XElement File(string path, string target) =>
        new(Schema + "file", new XAttribute("src", path), new XAttribute("target", target));
}
