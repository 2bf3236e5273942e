using PolicyKit.Json;

namespace PolicyKit.Checking;

/// <summary>The NuGet packages that a bill of materials in JSON lists: CycloneDX or SPDX.</summary>
internal static class SbomPackages
{
    private const string Purl = "pkg:nuget/";

    /// <summary>The packages; null where the file is no bill of materials in JSON that can be read.</summary>
    public static IReadOnlyList<Package>? Read(byte[] bytes)
    {
        var text = JsonText.Read(bytes);
        if (text.Error is not null)
            return null;
        if (text.Root.TryGetMember("components", out var components) && components.Kind == JsonKind.Array)
            return Components(components).ToList();
        return text.Root.TryGetMember("packages", out var packages) && packages.Kind == JsonKind.Array
            ? packages.Items().SelectMany(OfSpdx).ToList()
            : null;
    }

    // A component may hold components. The reader limits how deep a text goes.
    private static IEnumerable<Package> Components(JsonValue components) =>
        components
            .Items()
            .SelectMany(c =>
                OfCycloneDx(c).Concat(c.TryGetMember("components", out var inner) ? Components(inner) : [])
            );

    private static IEnumerable<Package> OfCycloneDx(JsonValue component)
    {
        if (TextOf(component, "purl") is { } purl && OfPurl(purl) is { } package)
            yield return package;
        if (TextOf(component, "name") is { } name && TextOf(component, "version") is { } version)
            yield return new Package(name, version);
    }

    private static IEnumerable<Package> OfSpdx(JsonValue package)
    {
        if (package.TryGetMember("externalRefs", out var references))
            foreach (var reference in references.Items())
                if (TextOf(reference, "referenceLocator") is { } locator && OfPurl(locator) is { } known)
                    yield return known;
        if (TextOf(package, "name") is { } name && TextOf(package, "versionInfo") is { } version)
            yield return new Package(name, version);
    }

    // pkg:nuget/Name@1.0.0?qualifiers#path, percent-encoded.
    private static Package? OfPurl(string purl)
    {
        if (!purl.StartsWith(Purl, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = purl[Purl.Length..].Split('?', '#')[0];
        var at = rest.LastIndexOf('@');
        return at > 0
            ? new Package(Uri.UnescapeDataString(rest[..at]), Uri.UnescapeDataString(rest[(at + 1)..]))
            : null;
    }

    private static string? TextOf(JsonValue value, string member) =>
        value.TryGetMember(member, out var text) && text.Kind == JsonKind.String ? text.GetString() : null;
}
