using PolicyKit.Analyzers.Engine;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>Where the policy, the standard and the declaration come from.</summary>
internal static class PackFiles
{
    /// <summary>Everything that a request names to judge by: the pack and the registers.</summary>
    public static IReadOnlyList<SourceDocument> Given(CheckRequest request) =>
        [.. FromOptions(request.Pack), .. request.Registers.Select(r => InputFile.Read(InputFile.FullPath(r)))];

    /// <summary>
    /// The files of a pack that the user named: a file, or everything of the body in a folder. The kind is found from
    /// the content.
    /// </summary>
    /// <exception cref="CheckException">There is no policy file there.</exception>
    public static IReadOnlyList<SourceDocument> FromOptions(IReadOnlyList<string> paths)
    {
        var files = new List<SourceDocument>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(InputFile.Read(InputFile.FullPath(path)));
                continue;
            }

            var found = JsonIn(path)
                .Where(d => d.Kind is not (null or DocumentKind.System) || d.Text.Error is not null)
                .ToList();
            if (found.Count == 0)
                throw CheckException.Usage("check.no-pack-in-folder", PathText.Shown(path));
            files.AddRange(found);
        }

        return WithImports(files);
    }

    /// <summary>
    /// The files, and the baseline that ships with PolicyKit where one of them imports it and nobody gave it.
    /// </summary>
    public static IReadOnlyList<SourceDocument> WithImports(IReadOnlyList<SourceDocument> files)
    {
        var standards = files.Where(f => f.Kind == DocumentKind.Standard).Select(f => f.Text.Root).ToList();
        var baseline = MunicipalBaseline.Source;
        var id = IdOf(baseline.Text.Root);
        return
            standards.Any(s =>
                s.TryGetMember("imports", out var imports)
                && imports
                    .Items()
                    .Any(i =>
                        i.TryGetMember("standard", out var name)
                        && name.Kind == JsonKind.String
                        && name.GetString() == id
                    )
            ) && standards.All(s => IdOf(s) != id)
            ? [.. files, baseline]
            : files;
    }

    /// <summary>The system declarations beside a project file, for projects that reference nothing of ours.</summary>
    public static IEnumerable<SourceDocument> SystemsBeside(string project) =>
        SystemsIn(Path.GetDirectoryName(project)!);

    /// <summary>The system declarations in a folder.</summary>
    public static IEnumerable<SourceDocument> SystemsIn(string folder) =>
        JsonIn(folder).Where(d => d.Kind == DocumentKind.System);

    /// <summary>
    /// The registers of waivers and evidence beside a project file, for bodies that keep them with the system.
    /// </summary>
    public static IEnumerable<SourceDocument> RegistersBeside(string project) =>
        JsonIn(Path.GetDirectoryName(project)!).Where(d => d.Kind is DocumentKind.Waivers or DocumentKind.Evidence);

    /// <summary>Whether a folder holds a policy file: then it is a body's folder, whatever else lies in it.</summary>
    public static bool HoldPolicy(string path) =>
        Directory.Exists(path) && JsonIn(path).Any(d => d.Kind == DocumentKind.Policy);

    /// <summary>What a folder, or one file, says of a system and its body without any code being looked at.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="given">The body's files that were named; what the folder holds of the same kinds does not count
    /// beside them.</param>
    /// <param name="system">The declaration that was named.</param>
    public static CheckedSystem Unbuilt(string path, CheckInputs given, IReadOnlyList<SourceDocument> system)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full) && !File.Exists(full))
            throw CheckException.Usage("io.no-such-file", PathText.Shown(full));
        var here =
            Directory.Exists(full) ? JsonIn(full).Where(d => d.Kind is not null).ToList()
            : Path.GetExtension(full) == ".json" ? [InputFile.Read(full)]
            : JsonIn(Path.GetDirectoryName(full)!).Where(d => d.Kind is not null).ToList();
        var named = given.Files.Concat(system).ToList();
        // Where the body names its own pack, registers that lie with the system count for nothing: as when it is built.
        var isNamed = given.Files.Any(d => d.Kind is DocumentKind.Policy or DocumentKind.Standard);
        var documents = named
            .Concat(
                here.Where(d =>
                    named.All(n => n.Kind != d.Kind)
                    && (!isNamed || d.Kind is not (DocumentKind.Waivers or DocumentKind.Evidence))
                )
            )
            .DistinctBy(d => Path.GetFullPath(d.Path))
            .ToList();
        return new CheckedSystem(full, given.PackOf(WithImports(documents)), [], 0, []);
    }

    private static string? IdOf(JsonValue root) =>
        root.TryGetMember("id", out var id) && id.Kind == JsonKind.String ? id.GetString() : null;

    private static IEnumerable<SourceDocument> JsonIn(string folder) =>
        // A log may speak of folders that are not here.
        (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
            .Order(StringComparer.Ordinal)
            .Select(path => InputFile.Read(InputFile.FullPath(path)));
}
