using System.Text.RegularExpressions;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>
/// When support ends, as the standard lists it: <c>2026-11-10 .NET 8, ASP.NET Core 8: .NETCoreApp 8,
/// Microsoft.EntityFrameworkCore 8</c>.
/// </summary>
internal sealed class SupportEnds
{
    private static readonly Regex Framework = new(
        @"^(?<name>\.NET\w+),\s*Version=v(?<version>[\d.]+)",
        RegexOptions.CultureInvariant
    );

    private readonly List<SupportedProduct> _products;

    public SupportEnds(IEnumerable<string> lines) => _products = lines.Select(Read).OfType<SupportedProduct>().ToList();

    /// <summary>The products that a program is built for and on, each once with the part that shows it.</summary>
    public IEnumerable<(SupportedProduct Product, string Part)> UsedBy(Compilation compilation)
    {
        var parts = FrameworksOf(compilation)
            .Concat(compilation.ReferencedAssemblyNames.Select(a => (a.Name, a.Version.ToString(3))))
            .ToList();
        foreach (var product in _products)
        foreach (var (name, version) in parts.Where(part => product.Parts.Any(p => Is(p, part))).Take(1))
            yield return (product, name + " " + version);
    }

    // The attribute is written by the build, and can be written by hand; what is referenced shows the rest.
    private static IEnumerable<(string Name, string Version)> FrameworksOf(Compilation compilation)
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
            if (
                attribute.AttributeClass?.Name == "TargetFrameworkAttribute"
                && attribute.ConstructorArguments.FirstOrDefault().Value is string text
                && Framework.Match(text) is { Success: true } match
            )
                yield return (match.Groups["name"].Value, match.Groups["version"].Value);
        foreach (var runtime in compilation.ReferencedAssemblyNames)
            if (runtime.Name == "System.Runtime" && runtime.Version.Major >= 5)
                yield return (".NETCoreApp", runtime.Version.Major + ".0");
    }

    // 8 is every 8.x of a package; of a framework 4.5 is not 4.5.2.
    private static bool Is((string Name, string Version) known, (string Name, string Version) part)
    {
        if (known.Name.StartsWith(".NET", StringComparison.Ordinal))
            return part.Name == known.Name && Trimmed(part.Version) == known.Version;
        var isNamed =
            part.Name == known.Name || part.Name.StartsWith(known.Name + ".", StringComparison.OrdinalIgnoreCase);
        return isNamed && (part.Version + ".").StartsWith(known.Version + ".", StringComparison.Ordinal);
    }

    private static string Trimmed(string version) =>
        version.EndsWith(".0", StringComparison.Ordinal) ? version.Substring(0, version.Length - 2) : version;

    private static SupportedProduct? Read(string line)
    {
        var (space, colon) = (line.IndexOf(' '), line.IndexOf(':'));
        if (space <= 0 || colon <= space || !IsoDate.TryParse(line.Substring(0, space), out var ends))
            return null;
        var names = Items(line.Substring(space, colon - space));
        var parts = Items(line.Substring(colon + 1)).Select(PartOf).OfType<(string, string)>().ToList();
        return names.Count == 0 ? null : new SupportedProduct(names, ends, parts);
    }

    private static (string, string)? PartOf(string text) =>
        text.LastIndexOf(' ') is > 0 and var at ? (text.Substring(0, at), text.Substring(at + 1)) : null;

    private static List<string> Items(string text) =>
        text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).ToList();
}
