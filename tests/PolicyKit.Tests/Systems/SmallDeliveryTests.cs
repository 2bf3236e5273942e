using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Testing;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>What the vendor of a small system has to write: the figures of <c>docs/migration-2026.2.md</c>.</summary>
public sealed class SmallDeliveryTests
{
    private const string Folder = "schemas/examples/system/valid/";
    private static readonly SourceDocument Small = Sample.File(Folder + "delivery-of-a-small-system.json");
    private static readonly SourceDocument Whole = Sample.File(
        Folder + "delivery-of-a-small-system-that-answers-everything.json"
    );

    private static readonly SourceDocument OneServer = Sample.File(Folder + "delivery-with-one-server.json");

    [Fact]
    public void A_small_delivery_needs_as_many_members_as_the_page_says()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "migration-2026.2.md"));
        Assert.Equal(72, Members(Small.Text.Root));
        Assert.Contains("needs 72 members", page, StringComparison.Ordinal);
        Assert.Contains($"needs {Members(Whole.Text.Root)} ", page, StringComparison.Ordinal);
        Assert.Contains($"({Whole.Text.Root.Count} at the top", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delivery_with_one_server_needs_as_many_members_as_the_page_says()
    {
        var (root, page) = (OneServer.Text.Root, File.ReadAllText(Repository.PathOf("docs", "migration-2026.2.md")));
        var delivery = SystemSerializer.Read(OneServer).Value!;
        Assert.Equal((1, 2), (delivery.Components!.Value!.Count, delivery.Assets!.Value!.Count));
        Assert.NotNull(delivery.Contract!.Value);
        Assert.Contains($"needs {Members(root)} members ({root.Count} at the top", page, StringComparison.Ordinal);
        Assert.Contains(
            $"{root.Members().Count(m => m.Value.TryGetMember("notApplicable", out _))} of them say",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_delivery_with_one_server_breaks_no_declaration_check() =>
        Assert.DoesNotContain(Results(OneServer), r => r.State.IsBreach());

    [Fact]
    public void A_small_delivery_breaks_no_declaration_check() =>
        Assert.DoesNotContain(Results(Small), r => r.State.IsBreach());

    [Fact]
    public void Whoever_answers_everything_leaves_no_declaration_check_open() =>
        Assert.All(
            Results(Whole),
            r =>
                Assert.True(
                    r.State is ComplianceState.Satisfied or ComplianceState.NotApplicable,
                    $"{r.Check.Name} {r.State} {r.Reasons}"
                )
        );

    private static IEnumerable<CheckResult> Results(SourceDocument document) =>
        new ComplianceEvaluator(Sample.Policy, Sample.Standard)
            .Evaluate(SystemSerializer.Read(document), RuleRun.None, null, null, Sample.Day("2026-06-01"))
            .Controls.SelectMany(c => c.Checks)
            .Where(c => c.Check is DeclarationCheck);

    private static int Members(JsonValue value) =>
        value.Kind switch
        {
            JsonKind.Object => value.Count + value.Members().Sum(m => Members(m.Value)),
            JsonKind.Array => value.Items().Sum(Members),
            _ => 0,
        };
}
