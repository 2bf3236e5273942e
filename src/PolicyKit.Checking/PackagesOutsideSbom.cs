using PolicyKit.Analyzers.Engine;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using Location = PolicyKit.Reading.Location;

namespace PolicyKit.Checking;

/// <summary>Packages of a project that the bill of materials of its declaration does not list (PK8003).</summary>
internal static class PackagesOutsideSbom
{
    private static readonly RuleId Rule = RuleId.Parse("PK8003");

    private static readonly MessageCatalog Messages = new(typeof(RuleCatalog));

    /// <summary>
    /// One finding for each package. None where no bill is declared, or none in JSON lies beside the declaration.
    /// </summary>
    public static IEnumerable<Finding> Find(
        string project,
        IReadOnlyList<Package> used,
        PolicyPack pack,
        MessageLanguage language
    )
    {
        if (pack.File(DocumentKind.System) is not { } declaration || SbomFile.Open(declaration) is not { } sbom)
            return [];
        if (SbomPackages.Read(sbom.Bytes) is not { } listed)
            return [];
        var known = listed.Select(p => p.Key).ToHashSet();
        var versions = listed.ToLookup(p => p.Key.Name, p => p.Version, StringComparer.Ordinal);
        return used.Where(p => !known.Contains(p.Key))
            .Select(p => FindingOf(project, p, versions[p.Key.Name].FirstOrDefault(), sbom.Name, pack, language))
            .ToList();
    }

    private static Finding FindingOf(
        string project,
        Package package,
        string? listed,
        string sbom,
        PolicyPack pack,
        MessageLanguage language
    )
    {
        var location = Location.StartOf(PathText.Shown(project));
        var text = listed is null
            ? Messages.Message("PK8003", package.Name, package.Version, sbom)
            : Messages.Message("PK8003.version", package.Name, package.Version, sbom, listed);
        var message = SecretShapes.Masked(VisibleText.Of(text.Text(language)));
        return new Finding
        {
            Rule = Rule,
            Severity = Severity.Error,
            Message = message,
            Remedy = text.Remedy(language),
            Location = location,
            Provisions = RuleCatalog.BasisOf(pack, Rule).Provisions,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = Fingerprints.Of(Rule, location, project, null, message),
        };
    }
}
