using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyKit.Packs.MunicipalBaseline;

namespace PolicyKit.Cli.Starting;

/// <summary>A standard that imports the baseline as it ships, tailored to the zones of the body.</summary>
internal static class StandardTemplate
{
    private const string NoMyNumber = "マイナンバー利用事務系を持たない";
    private const string OneZone = "系が一つであり、三層の対策のモデルを選ばない";

    // Controls of the baseline that say nothing to a body without the zone, or with one zone alone.
    private static readonly string[] OfMyNumber =
    [
        "resilience.my-number-mfa",
        "resilience.my-number-isolation",
        "resilience.specific-traffic",
        "resilience.export-lock",
    ];
    private static readonly string[] OfThreeLayers =
    [
        "resilience.model",
        "resilience.local-breakout",
        "resilience.beta-conditions",
        "evaluation.external-audit",
    ];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of the standard.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(NewPack pack, string? schema = null)
    {
        var approver = $"最高情報セキュリティ責任者 (案。{pack.Body.Name}の決定ではない)";
        var baseline = MunicipalBaseline.Source;
        var import = new JsonObject
        {
            ["standard"] = MunicipalBaseline.Standard.Id.Value,
            ["version"] = MunicipalBaseline.Standard.Version,
            ["sha256"] = baseline.Sha256,
        };
        var exclusions = (pack.Has("my-number") ? [] : OfMyNumber.Select(c => (c, NoMyNumber)))
            .Concat(pack.Zones.Count > 1 ? [] : OfThreeLayers.Select(c => (c, OneZone)))
            .Select(e => (JsonNode)Reasoned("control", e.Item1, $"{pack.Body.ShortName}は{e.Item2}", approver))
            .ToArray();
        if (exclusions.Length > 0)
            import["exclude"] = new JsonArray(exclusions);
        var settings = Settings(pack, approver).ToArray();
        if (settings.Length > 0)
            import["set"] = new JsonArray(settings);
        var standard = new JsonObject
        {
            ["kind"] = "standard",
            ["id"] = pack.StandardId,
            ["policy"] = pack.PolicyId,
            ["version"] = "1.0",
            ["title"] = $"{pack.Body.Name}情報セキュリティ対策基準 (案)",
            ["shortTitle"] = "対策基準",
            ["imports"] = new JsonArray(import),
            ["zones"] = new JsonArray([
                .. pack.Zones.Select(z => (JsonNode)new JsonObject { ["id"] = z.Id.Value, ["name"] = z.Name }),
            ]),
        };
        if (schema is not null)
            standard.Insert(0, "$schema", schema);
        return standard.ToJsonString(Options) + "\n";
    }

    // The parameters of the baseline that name its own zones.
    private static IEnumerable<JsonNode> Settings(NewPack pack, string approver)
    {
        if (!pack.Has("my-number"))
            yield return Setting("disposal.destruction-zones", pack, approver);
        if (!pack.Has("internet"))
            yield return Setting("sanitisation.from-zones", pack, approver);
    }

    private static JsonObject Setting(string parameter, NewPack pack, string approver)
    {
        var setting = Reasoned("parameter", parameter, $"{pack.Body.ShortName}の系に合わせる", approver);
        setting["value"] = new JsonArray(pack.Zones[0].Id.Value);
        return setting;
    }

    private static JsonObject Reasoned(string member, string id, string reason, string approver) =>
        new()
        {
            [member] = id,
            ["reason"] = reason,
            ["approver"] = approver,
        };
}
