using System.Text.Json.Nodes;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Testing;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Compliance;

/// <summary>The first body's policy and standard, and the example's declaration and registers, to be changed by a test.</summary>
internal static class Sample
{
    public static SecurityPolicy Policy { get; } =
        PolicySerializer.Read(File("src/PolicyKit.Packs.MohSewerage/policy.json")).Value!;

    public static ReadResult<SecurityStandard> Baseline { get; } =
        StandardSerializer.Read(File("src/PolicyKit.Packs.MunicipalBaseline/standard.json"));

    public static SecurityStandard Standard { get; } =
        StandardResolver
            .Resolve(StandardSerializer.Read(File("src/PolicyKit.Packs.MohSewerage/standard.json")), [Baseline], Policy)
            .Value!;

    public static ReadResult<SystemDeclaration> System { get; } =
        SystemSerializer.Read(File("examples/sewerage-billing/system.json"));

    public static EvidenceRegister Evidence { get; } =
        EvidenceSerializer.Read(File("examples/sewerage-billing/evidence.json")).Value!;

    public static WaiverRegister Waivers { get; } =
        WaiverSerializer.Read(File("examples/sewerage-billing/waivers.json")).Value!;

    /// <summary>Every rule of the standard ran and found nothing.</summary>
    public static RuleRun Clean { get; } =
        new(
            Standard
                .Controls.SelectMany(c => c.Checks)
                .OfType<SourceCheck>()
                .Select(c => c.Rule)
                .Distinct()
                .ToValueList(),
            ValueList<Finding>.Empty
        );

    public static SourceDocument File(string path) =>
        SourceDocument.FromBytes(path, global::System.IO.File.ReadAllBytes(Repository.PathOf(path.Split('/'))));

    public static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    public static EvidenceRecord Record(
        string id,
        EvidenceKind kind,
        string on,
        string by = "最高情報セキュリティ責任者"
    ) =>
        new()
        {
            Id = EvidenceId.Parse(id),
            Record = kind,
            HeldOn = Day(on),
            By = by,
            Summary = "行った",
            Subject = kind is EvidenceKind.Audit or EvidenceKind.SelfInspection ? "業務課" : null,
        };

    public static EvidenceRegister Register(params EvidenceRecord[] records) =>
        new(RegisterId.Parse("sample.evidence"), records.ToValueList());

    /// <summary>The example's declaration with its JSON changed.</summary>
    public static ReadResult<SystemDeclaration> SystemWith(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(System.Source.Content)!.AsObject();
        change(json);
        return SystemSerializer.Read(
            SourceDocument.FromText(
                "system.json",
                json.ToJsonString(new global::System.Text.Json.JsonSerializerOptions { WriteIndented = true })
            )
        );
    }

    /// <summary>A standard with one control of these checks, beside the parameters and roles of the first body's.</summary>
    public static SecurityStandard StandardOf(params PolicyKit.Standards.Check[] checks) =>
        Standard with
        {
            Controls = ValueList.Create(
                Standard.Controls.First(c => c.Id.Value == "technical.logs") with
                {
                    Checks = checks.ToValueList(),
                    AppliesTo = null,
                }
            ),
        };

    public static Evaluation Evaluate(
        string asOf,
        ReadResult<SystemDeclaration>? system = null,
        RuleRun? run = null,
        EvidenceRegister? evidence = null,
        WaiverRegister? waivers = null,
        SecurityStandard? standard = null,
        SecurityPolicy? policy = null
    ) =>
        new ComplianceEvaluator(policy ?? Policy, standard ?? Standard).Evaluate(
            system ?? System,
            run ?? Clean,
            evidence,
            waivers,
            Day(asOf)
        );

    /// <summary>The state of a check of a standard that has only this one.</summary>
    public static CheckResult Judge(
        PolicyKit.Standards.Check check,
        string asOf,
        ReadResult<SystemDeclaration>? system = null,
        EvidenceRegister? evidence = null,
        WaiverRegister? waivers = null,
        SecurityPolicy? policy = null
    ) =>
        Assert.Single(
            Assert.Single(Evaluate(asOf, system, null, evidence, waivers, StandardOf(check), policy).Controls).Checks
        );
}
