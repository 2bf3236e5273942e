using PolicyKit.Instruments.Comparison;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>What two versions of a standard ask for.</summary>
public sealed class StandardDiffTests
{
    private static readonly SecurityStandard Baseline = StandardSerializer
        .Read(SourceDocument.ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json")))
        .Value!;

    [Fact]
    public void Equal_standards_have_no_difference() => Assert.Empty(StandardDiff.Of(Baseline, Baseline, null));

    [Fact]
    public void A_control_that_is_gone_loosens_and_a_new_one_tightens()
    {
        var less = Baseline with { Controls = Baseline.Controls.Skip(1).ToValueList() };
        var gone = Assert.Single(
            StandardDiff.Of(Baseline, less, null),
            c => c.Kind == StandardChangeKind.ControlDeleted
        );
        Assert.Equal(Direction.Loosened, gone.Direction);
        Assert.Contains(Baseline.Controls[0].Number, gone.Subject, StringComparison.Ordinal);
        var added = Assert.Single(
            StandardDiff.Of(less, Baseline, null),
            c => c.Kind == StandardChangeKind.ControlAdded
        );
        Assert.Equal(Direction.Tightened, added.Direction);
    }

    [Fact]
    public void A_parameter_tightens_or_loosens_by_what_protects_more()
    {
        var parameter = Baseline.Parameters.First(p => p.Stricter == Stricter.Higher && !p.Value.IsList);
        Assert.Equal(Direction.Loosened, Change(parameter, "1").Direction);
        Assert.Equal(Direction.Tightened, Change(parameter, "99999").Direction);
        var lower = Baseline.Parameters.First(p => p.Stricter == Stricter.Lower && !p.Value.IsList);
        Assert.Equal(Direction.Loosened, Change(lower, "99999").Direction);
    }

    [Fact]
    public void Other_words_are_no_change_of_direction()
    {
        var control = Baseline.Controls[0];
        var change = Assert.Single(
            StandardDiff.Of(Baseline, With(control with { Requirement = control.Requirement + "。" }), null)
        );
        Assert.Equal((StandardChangeKind.Wording, Direction.Neither), (change.Kind, change.Direction));
    }

    [Fact]
    public void A_duty_that_becomes_a_recommendation_loosens()
    {
        var control = Baseline.Controls.First(c => c.Obligation == Obligation.Required);
        var change = Assert.Single(
            StandardDiff.Of(Baseline, With(control with { Obligation = Obligation.Recommended }), null)
        );
        Assert.Equal((StandardChangeKind.Obligation, Direction.Loosened), (change.Kind, change.Direction));
    }

    [Fact]
    public void A_threat_that_nothing_mitigates_any_more_is_named()
    {
        var threat = Baseline.Controls.SelectMany(c => c.Threats).First();
        var without = Baseline with
        {
            Controls = Baseline
                .Controls.Select(c => c with { Threats = c.Threats.Where(t => t != threat).ToValueList() })
                .ToValueList(),
        };
        var change = Assert.Single(StandardDiff.Of(Baseline, without, null));
        Assert.Equal(
            (StandardChangeKind.Threat, Direction.Loosened, threat.Value),
            (change.Kind, change.Direction, change.Old)
        );
    }

    private static StandardChange Change(Parameter parameter, string value)
    {
        var changed = parameter with
        {
            Value = new ParameterValue(
                ValueList.Create(new ParameterScalar(parameter.Value.Items[0].Kind, value)),
                false
            ),
        };
        var standard = Baseline with
        {
            Parameters = Baseline.Parameters.Select(p => p.Id == parameter.Id ? changed : p).ToValueList(),
        };
        return Assert.Single(StandardDiff.Of(Baseline, standard, null));
    }

    private static SecurityStandard With(Control control) =>
        Baseline with
        {
            Controls = Baseline.Controls.Select(c => c.Id == control.Id ? control : c).ToValueList(),
        };
}
