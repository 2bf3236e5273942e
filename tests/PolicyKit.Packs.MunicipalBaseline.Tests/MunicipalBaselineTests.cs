using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Packs.MunicipalBaseline.Tests;

public sealed class MunicipalBaselineTests
{
    // What a declaration says of itself, and no control asks for.
    private static readonly string[] Unasked = ["stage", "zones"];

    private static SecurityStandard Standard => MunicipalBaseline.Standard;

    private static IEnumerable<Check> Checks => Standard.Controls.SelectMany(c => c.Checks);

    [Fact]
    public void Is_a_valid_standard_without_a_problem()
    {
        Assert.Empty(MunicipalBaseline.Read().Problems);
        Assert.Empty(DocumentSchemas.Validate(MunicipalBaseline.Source, DocumentSchemas.Of(DocumentKind.Standard)));
        Assert.Empty(StandardLints.Check(MunicipalBaseline.Read()));
        Assert.Null(Standard.Policy);
    }

    [Fact]
    public void Has_a_hundred_controls_and_more_over_the_nine_measures_and_the_sections_on_audit_and_review()
    {
        Assert.True(Standard.Controls.Count >= 100);
        Assert.Equal(Enum.GetValues<MeasureKind>(), Standard.Controls.Select(c => c.Measure).Distinct().Order());
        Assert.Contains(Standard.Controls, c => c.Provisions.Contains(Taxonomy.Audit));
        Assert.Contains(Standard.Controls, c => c.Provisions.Contains(Taxonomy.Review));
        Assert.True(Standard.Controls.Count(c => c.Checks.Count > 0) >= 90);
    }

    [Fact]
    public void Every_control_is_told_in_Japanese_with_an_English_title_and_stands_on_the_guideline_s_provisions() =>
        Assert.All(
            Standard.Controls,
            c =>
            {
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}|\p{IsKatakana}", c.Title);
                Assert.EndsWith("。", c.Requirement);
                Assert.EndsWith("。", c.Criterion);
                Assert.Matches("^[A-Z][A-Za-z -]+$", c.EnglishTitle);
                Assert.NotEmpty(c.Threats);
                Assert.NotEqual(c.Checks.Count == 0, c.NotMachineCheckable is null);
                Assert.All(c.Checks.OfType<DeclarationCheck>(), d => Assert.Matches("^[A-Z]", d.EnglishExpectation));
            }
        );

    [Fact]
    public void Numbers_and_ids_are_used_once()
    {
        Assert.Equal(Standard.Controls.Count, Standard.Controls.Select(c => c.Number).Distinct().Count());
        Assert.Equal(Standard.Controls.Count, Standard.Controls.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Every_control_parameter_and_counting_rule_says_how_far_it_was_found_and_where()
    {
        var all = Standard
            .Controls.Select(c => (Name: c.Id.Value, c.SourceState, c.Sources))
            .Concat(Standard.Parameters.Select(p => (Name: p.Id.Value, p.SourceState, p.Sources)))
            .Concat(Standard.CountingRules.Select(r => (Name: r.Id.Value, r.SourceState, r.Sources)));
        Assert.All(
            all,
            x =>
            {
                Assert.True(x.SourceState is not null, x.Name);
                // What was found was found somewhere.
                Assert.True(x.SourceState is SourceState.Own or SourceState.NotFound || x.Sources.Count > 0, x.Name);
                Assert.All(x.Sources, s => Assert.True(Standard.Find(s.Document) is not null, x.Name));
            }
        );
        Assert.All(
            Standard.Parameters.Where(p => p.Source.Confirmed),
            p => Assert.Equal(SourceState.Confirmed, p.SourceState)
        );
    }

    [Fact]
    public void Every_measure_and_every_control_leads_to_an_item_of_Article_16_3()
    {
        var crosswalk = Standard.CrosswalkTo("16-3")!;
        Assert.Equal(8, crosswalk.Items.Count);
        Assert.All(Enum.GetValues<MeasureKind>(), m => Assert.NotEmpty(crosswalk.ItemsOf(m)));
        Assert.All(Standard.Controls, c => Assert.NotEmpty(crosswalk.ItemsOf(c)));
        Assert.All(
            crosswalk.Items.SelectMany(i => i.Controls),
            id => Assert.True(Standard.Find(id) is not null, id.Value)
        );
        Assert.Equal(["第1項第5号", "第1項第7号"], crosswalk.Exemption!.Items.Select(i => i.Number));
    }

    [Fact]
    public void Every_parameter_is_used_by_a_control_or_by_the_calendar()
    {
        var used = Standard
            .Controls.SelectMany(c => c.Parameters)
            .Select(p => p.Value)
            .Concat(["calendar.move-to-working-day", "calendar.closed-days"])
            .Distinct();
        Assert.Equal(
            Standard.Parameters.Select(p => p.Id.Value).Order(StringComparer.Ordinal),
            used.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Something_is_asked_of_every_topic_of_a_declaration() =>
        Assert.Equal(
            SystemSerializer.Subjects.Except(Unasked),
            Checks.OfType<DeclarationCheck>().Select(c => c.Subject).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_kind_of_record_is_asked_for_or_starts_something()
    {
        var kinds = Checks
            .OfType<EvidenceCheck>()
            .SelectMany(c => new[] { c.Record, c.Event })
            .OfType<EvidenceKind>()
            .Distinct()
            .Order();
        Assert.Equal(Enum.GetValues<EvidenceKind>(), kinds);
        Assert.Equal(
            Enum.GetValues<Cadence>(),
            Checks.OfType<EvidenceCheck>().Select(c => c.Cadence).Distinct().Order()
        );
    }

    [Fact]
    public void Every_predicate_is_used() =>
        Assert.Equal(
            Enum.GetValues<DeclarationPredicate>(),
            Checks.OfType<DeclarationCheck>().Select(c => c.Predicate).OfType<DeclarationPredicate>().Distinct().Order()
        );
}
