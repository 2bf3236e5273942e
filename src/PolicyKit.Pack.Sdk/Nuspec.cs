using System.Xml.Linq;

namespace PolicyKit.PackBuilding;

/// <summary>
/// The manifest of the package. It names each file that goes in: what else lies in the project's folder cannot.
/// </summary>
internal sealed class Nuspec(PackDescription description, PublishedFiles published)
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    /// <param name="publisher">Whose package it is, where the project names no author.</param>
    /// <param name="title">What it holds, where the project describes nothing.</param>
    /// <param name="made">The names of the files that were made for it: readme and build files.</param>
    public string Write(string publisher, string title, IEnumerable<string> made)
    {
        var package = new XElement(
            Schema + "package",
            new XElement(Schema + "metadata", Metadata(publisher, title), Dependencies()),
            new XElement(Schema + "files", Files(made))
        );
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + package + "\n";
    }

    private IEnumerable<XElement> Metadata(string publisher, string title)
    {
        yield return Of("id", description.Id);
        yield return Of("version", description.Version);
        yield return Of("authors", description.Optional("authors") ?? publisher);
        yield return Of("description", description.Optional("description") ?? title);
        yield return Of("readme", PackContent.ReadmeName);
        yield return Of(
            "tags",
            description.Optional("tags")?.Replace(';', ' ') ?? "policykit 情報セキュリティポリシー"
        );
        foreach (var name in new[] { "icon", "copyright", "projectUrl" })
            if (description.Optional(name) is { } text)
                yield return Of(name, text);
        if (description.Optional("license") is { } license)
            yield return new XElement(Schema + "license", new XAttribute("type", "expression"), license);
        if (Repository() is { } repository)
            yield return repository;
    }

    private XElement? Repository() =>
        description.Optional("repository") is { } url
            ? new XElement(
                Schema + "repository",
                new XAttribute("type", "git"),
                new XAttribute("url", url),
                description.Optional("commit") is { } commit ? new XAttribute("commit", commit) : null
            )
            : null;

    private XElement Dependencies() =>
        new(
            Schema + "dependencies",
            new XElement(
                Schema + "group",
                new XAttribute("targetFramework", description.Framework),
                Dependency("PolicyKit", null),
                published.All.Any(Baseline.IsImportedBy) ? Dependency(Baseline.Package, null) : null,
                // Whoever references a policy gets the analyzers with it; a standard alone waits for a policy.
                published.Policy
                    is null
                    ? null
                    : Dependency("PolicyKit.Analyzers", "Compile,Runtime")
            )
        );

    private IEnumerable<XElement> Files(IEnumerable<string> made)
    {
        foreach (var name in made)
        foreach (var folder in FoldersOf(name))
            yield return File(Path.Combine(description.Output, name), folder + name);
        foreach (var (file, name) in published.Named)
            yield return File(file.Path, "content/" + name);
        foreach (var path in description.Assembly)
            yield return File(path, $"lib/{description.Framework}/{Path.GetFileName(path)}");
        foreach (var path in description.Beside)
            yield return File(path, Path.GetFileName(path));
    }

    private static string[] FoldersOf(string name) =>
        name.EndsWith(".targets", StringComparison.Ordinal) ? ["build/", "buildTransitive/"] : [""];

    private static XElement Of(string name, string text) => new(Schema + name, text);

    private XElement Dependency(string id, string? without) =>
        new(
            Schema + "dependency",
            new XAttribute("id", id),
            new XAttribute("version", description.Sdk),
            // All else, the build assets too, reaches whoever references the pack.
            without is null
                ? new XAttribute("include", "All")
                : new XAttribute("exclude", without)
        );

    private static XElement File(string path, string target) =>
        new(Schema + "file", new XAttribute("src", path), new XAttribute("target", target));
}
