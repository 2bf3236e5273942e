using System.Text.RegularExpressions;
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

    // The words of the items in 令和8年総務省令第80号: 識別符号 is what 不正アクセス禁止法第2条第2項 calls a user's id and password.
    [Theory]
    [InlineData("利用者ID|特権ID|パスワード", "第1項第4号")]
    [InlineData("研修|訓練", "第1項第4号")]
    [InlineData("監視", "第1項第6号")]
    [InlineData("遵守状況", "第1項第6号")]
    [InlineData("インシデントの結果|監査の(計画|結果|指摘)|自己点検を", "第1項第8号")]
    [InlineData("媒体|通信回線|外部の(ホスト|回線)|インターネットとの通信|複合機|無線LAN", "第1項第3号", "1-|2-12")]
    [InlineData("委託事業者|受託者", "第1項第7号")]
    [InlineData("クラウドサービス|外部サービス|Web会議|ソーシャルメディア", "第1項第7号", "2-12")]
    [InlineData("情報資産ごと|情報資産を、|台帳に載せ", "第1項第2号", "3-11|4.3-03|8.4-01")]
    public void A_control_leads_to_the_item_whose_words_it_uses(string words, string item, string? others = null)
    {
        var crosswalk = Standard.CrosswalkTo("16-3")!;
        var named = Standard
            .Controls.Where(c => Regex.IsMatch(c.Requirement, words))
            .Where(c => others is null || !Regex.IsMatch(c.Number, $"^({others})"))
            .ToList();
        Assert.NotEmpty(named);
        Assert.Empty(
            named.Where(c => crosswalk.ItemsOf(c).All(i => i.Number != item)).Select(c => $"{c.Number} {c.Requirement}")
        );
    }

    [Theory]
    [InlineData("6.2-02", "第1項第4号", "第1項第5号")]
    [InlineData("6.2-03", "第1項第4号", "第1項第5号")]
    [InlineData("6.2-04", "第1項第4号", "第1項第5号")]
    [InlineData("6.1-06c", "第1項第5号", "第1項第6号")]
    [InlineData("3-09", "第1項第5号", "第1項第6号")]
    [InlineData("7.3-03", "第1項第4号", "第1項第6号")]
    [InlineData("8.2-04", "第1項第5号", "第1項第7号")]
    [InlineData("1-04", "第1項第5号")]
    [InlineData("9.1-01", "第1項第8号")]
    public void A_control_leads_to_these_items(string number, params string[] items) =>
        Assert.Equal(
            items,
            Standard
                .CrosswalkTo("16-3")!
                .ItemsOf(Standard.Controls.Single(c => c.Number == number))
                .Select(i => i.Number)
        );

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
