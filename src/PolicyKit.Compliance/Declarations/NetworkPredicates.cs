using NodaTime;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>What leaves a system: flows, connections, services.</summary>
internal static class NetworkPredicates
{
    public static void FlowsSanitised(DeclarationContext c) =>
        Each(
            c.System.Flows.Items(),
            "/flows",
            (flow, at) =>
            {
                if (flow.Method == SanitizationMethod.None)
                    c.Violate(at + "/method", "declaration.not-sanitised", flow.From.Value, flow.To.Value);
            }
        );

    public static void ComponentsInZones(DeclarationContext c) =>
        Each(
            c.System.Components.Items(),
            "/components",
            (component, at) =>
            {
                if (!c.System.Zones.Contains(component.Zone))
                    c.Violate(at + "/zone", "declaration.zone-not-named", component.Name, component.Zone.Value);
            }
        );

    public static void BreakoutsListed(DeclarationContext c)
    {
        if (c.System.NetworkModel == NetworkModel.AlphaPrime && !c.System.LocalBreakouts.Items().Any())
            c.Violate("/networkModel", "declaration.no-breakouts");
        Each(
            c.System.LocalBreakouts.Items(),
            "/localBreakouts",
            (breakout, at) =>
            {
                if (breakout.Host.IndexOf('*') >= 0)
                    c.Violate(at + "/host", "declaration.wildcard", breakout.Host);
            }
        );
    }

    public static void ApprovedBeforeOperation(DeclarationContext c)
    {
        Each(c.System.Connections.Items(), "/connections", (x, at) => Approved(x.ApprovedOn, at, x.Host));
        Each(c.System.Flows.Items(), "/flows", (x, at) => Approved(x.ApprovedOn, at, $"{x.From} → {x.To}"));
        Each(c.System.RemoteMaintenance.Items(), "/remoteMaintenance", (x, at) => Approved(x.ApprovedOn, at, x.Party));

        // What begins after operation did is approved when it begins; an approval that lies ahead is none yet.
        void Approved(LocalDate on, string at, string name)
        {
            if (on > c.System.Operation.From && on > c.AsOf)
                c.Violate(
                    at + "/approvedOn",
                    "declaration.approved-late",
                    name,
                    IsoDate.Format(on),
                    IsoDate.Format(c.System.Operation.From)
                );
        }
    }

    public static void ServicesPermitted(DeclarationContext c) =>
        Each(
            c.System.ExternalServices.Items(),
            "/externalServices",
            (service, at) =>
            {
                if (service.Confidentiality < Confidentiality.Level2)
                    return;
                var level = ClassNames.Of(service.Confidentiality);
                if (service.Permission is not { } permission)
                    c.Violate(at, "declaration.not-permitted", service.Name, level);
                else if (permission.GrantedOn > c.AsOf)
                    c.Violate(
                        at,
                        "declaration.not-permitted#future",
                        service.Name,
                        level,
                        IsoDate.Format(permission.GrantedOn)
                    );
            }
        );
}
