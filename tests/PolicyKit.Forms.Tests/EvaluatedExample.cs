using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Forms.Listings;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Forms.Tests;

/// <summary>The conforming example, evaluated without its code.</summary>
internal static class EvaluatedExample
{
    private static readonly Lazy<ListingSubject> Evaluation = new(Evaluated);

    public static ListingSubject Subject => Evaluation.Value;

    private static ListingSubject Evaluated()
    {
        string[][] files =
        [
            ["src", "PolicyKit.Packs.MohSewerage", "policy.json"],
            ["src", "PolicyKit.Packs.MohSewerage", "standard.json"],
            ["src", "PolicyKit.Packs.MunicipalBaseline", "standard.json"],
            ["examples", "sewerage-billing", "system.json"],
            ["examples", "sewerage-billing", "evidence.json"],
        ];
        var pack = PolicyPack.Load(files.Select(f => SourceDocument.ReadFile(Repository.PathOf(f))).ToList());
        var declaration = Systems.SystemSerializer.Read(pack.File(DocumentKind.System)!);
        var evaluation = new ComplianceEvaluator(pack.Policy!, pack.Standard!).Evaluate(
            declaration,
            RuleRun.None,
            pack.Evidence,
            pack.Waivers,
            new LocalDate(2027, 3, 31)
        );
        return new ListingSubject(pack, evaluation);
    }
}
