using PolicyKit.Forms.Papers;
using PolicyKit.Packs;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;

namespace PolicyKit.Forms.Tests;

/// <summary>Contract clauses follow a body's standard.</summary>
public sealed class ClauseTests
{
    private static readonly IEnumerable<Control> Baseline = StandardSerializer
        .Read(SourceDocument.ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json")))
        .Value!.Controls.Where(c => c.Measure == MeasureKind.Outsourcing);

    [Fact]
    public void There_are_words_for_each_control_on_outsourcing_and_for_no_other() =>
        Assert.Equal(Baseline.Select(c => c.Id.Value).Order(), ClauseWords.Controls.Order());

    [Fact]
    public void The_items_of_a_contract_are_those_that_the_standard_requires()
    {
        var contract = Clauses(Pack("src/PolicyKit.Packs.MohSewerage")).Single(c => c.Number == "8.1-02");
        Assert.Equal(14, contract.Items.Count);
        Assert.Equal(ClauseWords.Items.Select(ClauseWords.OfItem), contract.Items);
    }

    [Theory]
    [InlineData("src/PolicyKit.Packs.MohSewerage", "基本方針6(8) 第1段落")]
    [InlineData("examples/pack-of-another-body", "基本方針第6条第8項")]
    public void Each_clause_cites_the_body_s_own_provision(string pack, string citation)
    {
        var clauses = Clauses(Pack(pack));
        Assert.Equal(citation, clauses.Single(c => c.Number == "8.1-02").Basis);
        Assert.All(clauses, c => Assert.NotEqual("", c.Basis));
    }

    [Fact]
    public void What_the_body_excluded_is_in_no_clause()
    {
        var numbers = Clauses(Pack("examples/pack-of-another-body")).Select(c => c.Number).ToList();
        Assert.Contains("8.4-01", numbers);
        Assert.DoesNotContain(numbers, n => n.StartsWith("8.5-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_control_of_the_body_without_words_asks_for_help_with_its_requirement()
    {
        var pack = Pack(
            "examples/pack-of-another-body",
            text => text.Replace("\"measure\": \"technical\"", "\"measure\": \"outsourcing\"", StringComparison.Ordinal)
        );
        Assert.Equal(
            "受注者は、発注者が次の対策を行うために必要な協力をする。「バックアップの控えを町外に置く。」",
            Clauses(pack).Single(c => c.Number == "町-01").Text
        );
    }

    private static IReadOnlyList<ClauseView> Clauses(PolicyPack pack) => new ClauseBuilder(pack).Build().Clauses;

    private static PolicyPack Pack(string folder, Func<string, string>? change = null)
    {
        var standard = Repository.PathOf(folder, "standard.json");
        return PolicyPack.Load([
            SourceDocument.ReadFile(Repository.PathOf(folder, "policy.json")),
            SourceDocument.FromText(standard, (change ?? (t => t))(File.ReadAllText(standard))),
            SourceDocument.ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json")),
        ]);
    }
}
