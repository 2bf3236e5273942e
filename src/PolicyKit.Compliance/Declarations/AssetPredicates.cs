using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>What assets and personal data ask of the rest of a declaration.</summary>
internal static class AssetPredicates
{
    public static void AssetsClassified(DeclarationContext c)
    {
        var classified = new HashSet<SystemId>(c.System.Assets.Items().Select(a => a.Id));
        Each(c.System.Connections.Items(), "/connections", (connection, at) => Known(connection.Assets, at));
        Each(c.System.Flows.Items(), "/flows", (flow, at) => Known(flow.Assets, at));

        void Known(ValueList<SystemId> assets, string at) =>
            Each(
                assets,
                at + "/assets",
                (asset, pointer) =>
                {
                    if (!classified.Contains(asset))
                        c.Violate(pointer, "declaration.unclassified-asset", asset.Value);
                }
            );
    }

    public static void HandlingMatchesClass(DeclarationContext c, ParameterId? parameter)
    {
        var rules = new List<HandlingRule>();
        foreach (var text in (parameter is null ? null : c.Standard.Find(parameter))?.Values ?? ValueList<string>.Empty)
            if (HandlingRule.Parse(text) is { } rule)
                rules.Add(rule);
            else
                c.Violate("/assets", "declaration.bad-handling-rule", parameter!.Value, text);
        Each(
            c.System.Assets.Items(),
            "/assets",
            (asset, at) =>
            {
                var missing = rules
                    .Where(r => asset.Confidentiality >= r.From)
                    .SelectMany(r => r.Restrictions)
                    .Distinct()
                    .Where(r => !asset.Handling.Contains(r))
                    .Select(Codecs.WordOf)
                    .ToList();
                if (missing.Count > 0)
                    c.Violate(
                        at,
                        "declaration.handling-missing",
                        asset.Name,
                        new BilingualText(string.Join("`、`", missing), string.Join("`, `", missing)),
                        ClassNames.Of(asset.Confidentiality)
                    );
            }
        );
    }

    public static void DisposalCertified(DeclarationContext c, ParameterId? parameter)
    {
        var zones = parameter is null ? null : c.Standard.Find(parameter)?.Values;
        var mustDestroy = zones is not null && c.System.Zones.Any(z => zones.Contains(z.Value));
        Each(
            c.System.Disposals,
            "/disposals",
            (disposal, at) =>
            {
                c.LiesAhead(disposal.DisposedOn, at + "/disposedOn");
                if (disposal.Certificate is null)
                    c.Violate(at, "declaration.no-certificate", disposal.Item);
                if (mustDestroy && disposal.Method is not (DisposalMethod.Destruction or DisposalMethod.Return))
                    c.Violate(
                        at + "/method",
                        "declaration.not-destroyed",
                        disposal.Item,
                        Codecs.WordOf(disposal.Method)
                    );
            }
        );
    }

    public static void AvailabilityPlanned(DeclarationContext c)
    {
        var assets = c.System.Assets.Items().ToList();
        var first = assets.FindIndex(a => a.Availability >= Availability.Level2);
        if (first < 0)
            return;
        if (!c.System.Backups.Items().Any())
            c.Violate("/assets", "declaration.no-backups", assets[first].Name);
        if (c.System.Availability is not { NotApplicable: null })
            c.Violate("/assets", "declaration.no-availability-plan", assets[first].Name);
    }

    public static void BreachReported(DeclarationContext c, ParameterId? parameter)
    {
        var people = c.System.PersonalData.Items().Sum(p => (long)p.People);
        if (
            c.Standard.NumberOf(parameter) is { } limit
            && people > limit
            && c.System.IncidentResponse is not { NotApplicable: null }
        )
            c.Violate("/personalData", "declaration.no-breach-report", people, limit);
    }
}
