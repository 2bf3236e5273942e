using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>What a topic claims, compared with the day of the evaluation and with other topics.</summary>
internal static class ClaimPredicates
{
    /// <summary>No day of a deed in the topic lies ahead.</summary>
    public static void DaysPast(DeclarationContext c)
    {
        if (c.Source.Text.Root.TryGetMember(c.Subject, out var topic))
            Walk(topic);

        void Walk(JsonValue value)
        {
            if (value.Kind == JsonKind.Array)
                foreach (var item in value.Items())
                    Walk(item);
            if (value.Kind != JsonKind.Object)
                return;
            foreach (var member in value.Members())
                if (
                    member.Name.EndsWith("On", StringComparison.Ordinal)
                    && member.Value.Kind == JsonKind.String
                    && IsoDate.TryParse(member.Value.GetString(), out var day)
                )
                    c.LiesAhead(day, member.Value.Pointer);
                else
                    Walk(member.Value);
        }
    }

    /// <summary>
    /// Uniform terms from class 2 on have a ground, and every service that was looked at is declared.
    /// </summary>
    public static void UniformTermsGrounded(DeclarationContext c)
    {
        var services = c.System.ExternalServices.Items().ToList();
        Each(
            c.System.ServiceAssurances.Items(),
            "/serviceAssurances",
            (assurance, at) =>
            {
                if (services.Find(s => s.Id == assurance.ExternalService) is not { } service)
                    c.Violate(
                        at + "/externalService",
                        "declaration.assured-unknown-service",
                        assurance.ExternalService.Value
                    );
                else if (
                    assurance.Terms == ServiceTerms.Uniform
                    && IsNoGround(assurance.TermsGround)
                    && service.Confidentiality >= Confidentiality.Level2
                )
                    c.Violate(
                        at + "/terms",
                        "declaration.uniform-terms",
                        service.Name,
                        ClassNames.Of(service.Confidentiality)
                    );
            }
        );
    }

    /// <summary>A device has the level of the parameter, or there is a ground.</summary>
    public static void DevicesLabelled(DeclarationContext c, ParameterId? parameter)
    {
        if (parameter is null || c.Standard.NumberOf(parameter) is not { } level)
            return;
        var unit = c.Standard.Find(parameter)?.Unit ?? "";
        Each(
            c.System.Devices.Items(),
            "/devices",
            (device, at) =>
            {
                if (device.JcStar < level && IsNoGround(device.SelectionGround))
                    c.Violate(
                        at + "/jcStar",
                        "declaration.device-unlabelled",
                        device.Name,
                        device.JcStar,
                        level,
                        new BilingualText(unit, "")
                    );
            }
        );
    }

    /// <summary>A number stands for one medium.</summary>
    public static void MediaNumbered(DeclarationContext c)
    {
        var seen = new Dictionary<string, RemovableMedium>(StringComparer.Ordinal);
        Each(
            c.System.Media.Items(),
            "/media",
            (medium, at) =>
            {
                // A cipher that is named and not recommended is no protection of what is carried about.
                if (
                    c.Cryptography.Understand(medium.Encryption) is { } named
                    && named.Status != AlgorithmStatus.Recommended
                )
                    c.Violate(
                        at + "/encryption",
                        "declaration.not-recommended",
                        medium.Encryption,
                        c.Cryptography.Edition
                    );
                if (seen.TryGetValue(ComparisonPredicates.Compact(medium.Number), out var first))
                    c.Violate(at + "/number", "declaration.medium-twice", medium.Number, medium.Kind, first.Kind);
                else
                    seen.Add(ComparisonPredicates.Compact(medium.Number), medium);
            }
        );
    }

    /// <summary>What follows the β or β′ model has its measures, whatever the topic says of itself.</summary>
    public static void BetaMeasured(DeclarationContext c)
    {
        if (
            c.System.NetworkModel is NetworkModel.Beta or NetworkModel.BetaPrime
            && c.System.BetaMeasures is not { NotApplicable: null }
        )
            c.Violate("/networkModel", "declaration.beta-unmeasured", Codecs.WordOf(c.System.NetworkModel.Value));
    }

    /// <summary>Devices were chosen by criteria that have been decided.</summary>
    public static void CriteriaDecided(DeclarationContext c)
    {
        if (c.System.DeviceCriteria?.Value is { } criteria)
            c.LiesAhead(criteria.DecidedOn, "/deviceCriteria/decidedOn");
        else if (c.System.Devices.Items().FirstOrDefault() is { } device)
            c.Violate("/deviceCriteria", "declaration.devices-without-criteria", device.Name);
    }

    // 「なし」 is no ground.
    private static bool IsNoGround(string? ground) => ground is null || Statements.IsNegative(ground);
}
