using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// How many systems are in each state, control by control. Summaries of many systems merge in any order and grouping to
/// the same: its size depends on the standard and not on the systems.
/// </summary>
/// <remarks>
/// Merging is associative and commutative, with <see cref="Empty"/> as the neutral element: departments can be summed
/// in any order.
/// </remarks>
public sealed record ComplianceSummary
{
    private static readonly int States = Enum.GetValues(typeof(ComplianceState)).Length;

    /// <summary>The summary of no system.</summary>
    public static ComplianceSummary Empty { get; } =
        new()
        {
            Systems = 0,
            State = ComplianceState.NotApplicable,
            Controls = ValueList<ControlSummary>.Empty,
        };

    /// <summary>How many systems.</summary>
    public required int Systems { get; init; }

    /// <summary>The worst state of all, after waivers.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>The controls, by id.</summary>
    public required ValueList<ControlSummary> Controls { get; init; }

    /// <summary>The summary of one system.</summary>
    public static ComplianceSummary Of(Evaluation evaluation) =>
        new()
        {
            Systems = 1,
            State = (evaluation ?? throw new ArgumentNullException(nameof(evaluation))).State,
            Controls = evaluation
                .Controls.Select(c => new ControlSummary(c.Control.Id, One(c.State), One(c.AsFound)))
                .OrderBy(c => c.Control.Value, StringComparer.Ordinal)
                .ToValueList(),
        };

    /// <summary>Both together. Associative and commutative, with <see cref="Empty"/> as the neutral element.</summary>
    public ComplianceSummary Merge(ComplianceSummary other)
    {
        if (other is null)
            throw new ArgumentNullException(nameof(other));
        return new ComplianceSummary
        {
            Systems = Systems + other.Systems,
            State = ComplianceStateExtensions.Worse(State, other.State),
            Controls = Controls
                .Concat(other.Controls)
                .GroupBy(c => c.Control.Value, StringComparer.Ordinal)
                .Select(g =>
                    g.Aggregate(
                        (a, b) => new ControlSummary(a.Control, Sum(a.Counts, b.Counts), Sum(a.AsFound, b.AsFound))
                    )
                )
                .OrderBy(c => c.Control.Value, StringComparer.Ordinal)
                .ToValueList(),
        };
    }

    private static ValueList<int> One(ComplianceState state) =>
        Enumerable.Range(0, States).Select(i => i == (int)state ? 1 : 0).ToValueList();

    private static ValueList<int> Sum(ValueList<int> one, ValueList<int> other) =>
        one.Zip(other, (a, b) => a + b).ToValueList();
}
