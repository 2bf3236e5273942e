using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// Item by item of another framework, how one system or a body stands: a pure function of an evaluation and a
/// crosswalk.
/// </summary>
public sealed record GapAnalysis
{
    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The system; null when the body alone is looked at.</summary>
    public required SystemId? System { get; init; }

    /// <summary>The framework.</summary>
    public required Crosswalk Crosswalk { get; init; }

    /// <summary>
    /// How many days are left until it binds: 0 on the day itself, less after it; null where it binds from no day on.
    /// </summary>
    public required int? DaysLeft { get; init; }

    /// <summary>Whether it binds the body.</summary>
    public required GapBinding Binding { get; init; }

    /// <summary>The conditions of its proviso and what the body states about them.</summary>
    public required ValueList<GapCondition> Conditions { get; init; }

    /// <summary>The items, in the order of the framework.</summary>
    public required ValueList<GapItem> Items { get; init; }

    /// <summary>The controls that lead to no item.</summary>
    public required ValueList<ControlId> Unmapped { get; init; }

    /// <summary>Compares how a system or a body stands with a framework.</summary>
    /// <param name="evaluation">How it stands.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="crosswalk">The way from its controls to the framework.</param>
    /// <param name="system">The declaration; null when the body alone is looked at.</param>
    public static GapAnalysis Of(
        Evaluation evaluation,
        SecurityStandard standard,
        Crosswalk crosswalk,
        SystemDeclaration? system
    )
    {
        if (evaluation is null)
            throw new ArgumentNullException(nameof(evaluation));
        if (standard is null)
            throw new ArgumentNullException(nameof(standard));
        if (crosswalk is null)
            throw new ArgumentNullException(nameof(crosswalk));
        var conditions = crosswalk
            .Proviso.Select(p => new GapCondition(
                p,
                standard.CrosswalkStatements.LastOrDefault(s => s.Framework == crosswalk.Id && s.Condition == p.Id)
            ))
            .ToValueList();
        var homes = evaluation.Controls.ToDictionary(c => c.Control.Id, c => crosswalk.ItemsOf(c.Control));
        return new GapAnalysis
        {
            AsOf = evaluation.AsOf,
            System = evaluation.System,
            Crosswalk = crosswalk,
            DaysLeft = crosswalk.InForceOn is { } day ? Period.DaysBetween(evaluation.AsOf, day) : null,
            Binding = BindingOf(conditions),
            Conditions = conditions,
            Items = crosswalk
                .Items.Select(i =>
                    ItemOf(
                        crosswalk,
                        i,
                        system,
                        evaluation.AsOf,
                        evaluation.Controls.Where(c => homes[c.Control.Id].Contains(i)),
                        standard.Deviations.Where(d =>
                            d.Removed is { } removed && crosswalk.ItemsOf(removed).Contains(i)
                        )
                    )
                )
                .ToValueList(),
            Unmapped = evaluation
                .Controls.Where(c => homes[c.Control.Id].Count == 0)
                .Select(c => c.Control.Id)
                .ToValueList(),
        };
    }

    /// <summary>The state that matters for the framework as a whole: the worst of its items.</summary>
    public GapState State => Items.Select(i => i.State).DefaultIfEmpty(GapState.NotApplicable).Max();

    private static GapBinding BindingOf(ValueList<GapCondition> conditions)
    {
        if (conditions.Any(c => c.Condition.IsEnoughAlone && c.Statement is { Holds: true }))
            return GapBinding.NotBound;
        var together = conditions.Where(c => !c.Condition.IsEnoughAlone).ToList();
        if (together.Count == 0 || together.Any(c => c.Statement is { Holds: false }))
            return GapBinding.Bound;
        return together.Any(c => c.Statement is null) ? GapBinding.NotStated : GapBinding.NotBound;
    }

    private static GapItem ItemOf(
        Crosswalk crosswalk,
        CrosswalkItem item,
        SystemDeclaration? system,
        LocalDate asOf,
        IEnumerable<ControlResult> results,
        IEnumerable<Deviation> leftOut
    )
    {
        var exempt = crosswalk.Exemption?.Items.FirstOrDefault(e => e.Number == item.Number);
        var whyNot =
            exempt is not null && system is not null && crosswalk.InForceOn is { } day
                ? GapExemption.WhyNot(exempt, system, day, asOf)
                : null;
        var isExempt = exempt is not null && system is not null && crosswalk.InForceOn is not null && whyNot is null;
        var controls = results.Select(r => ControlOf(r, crosswalk, item, system, asOf, isExempt)).ToValueList();
        var excluded = leftOut.ToValueList();
        return new GapItem
        {
            Item = item,
            IsExempt = isExempt,
            WhyNotExempt = whyNot,
            Grounds = isExempt ? GapExemption.Grounds(exempt!, system!) : ValueList<LocalizedMessage>.Empty,
            Controls = controls,
            Excluded = excluded,
            State = StateOf(controls, excluded, isExempt),
        };
    }

    // A control that an item of contracts asks for too is about the contract: a new contract is not exempt, from
    // whichever item, though the system is.
    private static GapControl ControlOf(
        ControlResult result,
        Crosswalk crosswalk,
        CrosswalkItem item,
        SystemDeclaration? system,
        LocalDate asOf,
        bool isExempt
    )
    {
        var others = crosswalk.ItemsOf(result.Control).Where(i => i.Number != item.Number).Select(i => i.Number);
        var isOfContract =
            isExempt
            && crosswalk.Exemption!.Items.Any(e =>
                others.Contains(e.Number) && e.Needs.Contains(ExemptionNeed.Contract)
            );
        var whyNot = isOfContract ? GapExemption.WhyNotContract(system!, crosswalk.InForceOn!.Value, asOf) : null;
        return new GapControl(result, StateOf(result, isExempt && whyNot is null)) { WhyNotExempt = whyNot };
    }

    // What nothing leads to has not been met by anybody.
    private static GapState StateOf(ValueList<GapControl> controls, ValueList<Deviation> excluded, bool isExempt)
    {
        var worst = controls.Select(c => c.State).DefaultIfEmpty(GapState.NotApplicable).Max();
        var isBare = controls.Count == 0 || (worst == GapState.NotApplicable && excluded.Count > 0);
        if (!isBare)
            return worst;
        return isExempt ? GapState.Exempt : GapState.Open;
    }

    // What is met all the same is said to be met.
    private static GapState StateOf(ControlResult result, bool isExempt)
    {
        var state = GapStates.Of(result.State);
        return isExempt && state is (GapState.Open or GapState.NotDueYet) ? GapState.Exempt : state;
    }
}
