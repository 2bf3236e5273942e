using System.Text.RegularExpressions;
using PolicyKit.Json;

namespace PolicyKit.Checking;

/// <summary>A package: its name as it is written, and its version.</summary>
internal sealed record Package(string Name, string Version)
{
    private static readonly Regex Trailing = new(@"^(\d+\.\d+\.\d+)\.0$", RegexOptions.CultureInvariant);

    /// <summary>
    /// By these two packages are the same: NuGet looks at no case, no build metadata and no fourth zero.
    /// </summary>
    public (string Name, string Version) Key =>
        (Name.ToLowerInvariant(), Trailing.Replace(Version.ToLowerInvariant().Split('+')[0], "$1"));
}

/// <summary>
/// The packages whose assemblies a compilation uses, or that stand in the output because those need them.
/// </summary>
internal static class UsedPackages
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Package> Of(CompilerCall call) =>
        call
            .Arguments.MetadataReferences.Select(r => RebuiltCompilation.FullPath(r.Reference, call.Arguments))
            .Select(OfReference)
            .OfType<Package>()
            .Concat(OfAssets(call))
            .DistinctBy(p => p.Key)
            .OrderBy(p => p.Key.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Key.Version, StringComparer.Ordinal)
            .ToList();

    // name/version/lib/net10.0/Name.dll: NuGet unpacks a package beside its description. Framework packs lie elsewhere.
    private static Package? OfReference(string path)
    {
        for (var at = Path.GetDirectoryName(path); at is { Length: > 0 }; at = Path.GetDirectoryName(at))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(at) ?? "");
            if (name.Length > 0 && File.Exists(Path.Combine(at, name + ".nuspec")))
                return SdkInstallation.Holds(path) ? null : new Package(name, Path.GetFileName(at));
        }

        return null;
    }

    // What the restore resolved for the framework: packages that only others need are referenced by no compilation.
    private static IEnumerable<Package> OfAssets(CompilerCall call)
    {
        var path = Path.Combine(Path.GetDirectoryName(call.Project)!, "obj", "project.assets.json");
        if (!File.Exists(path))
            return [];
        var assets = JsonText.Read(InputFile.Bytes(path, PathText.Shown(path)));
        if (assets.Error is not null || !assets.Root.TryGetMember("targets", out var targets))
            return [];
        var framework = call.Logged?.Framework ?? "";
        return targets
            .Members()
            .Where(t => IsOf(t.Name, framework))
            .SelectMany(t => t.Value.Members())
            .Where(l => IsPackage(l.Value) && HasFiles(l.Value))
            .Select(l => l.Name.Split('/', 2))
            .Where(l => l.Length == 2)
            .Select(l => new Package(l[0], l[1]))
            .ToList();
    }

    // net10.0, or net10.0/linux-x64.
    private static bool IsOf(string target, string framework) =>
        string.Equals(target.Split('/')[0], framework, StringComparison.OrdinalIgnoreCase);

    private static bool IsPackage(JsonValue library) =>
        library.TryGetMember("type", out var type) && type.Kind == JsonKind.String && type.GetString() == "package";

    // One of analyzers or build assets alone reaches nobody who runs the program.
    private static bool HasFiles(JsonValue library) =>
        new[] { "runtime", "runtimeTargets", "native" }.Any(group =>
            library.TryGetMember(group, out var files)
            && files.Members().Any(f => !f.Name.EndsWith("_._", StringComparison.Ordinal))
        );
}
