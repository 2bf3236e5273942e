using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Flows;

/// <summary>Where a value comes from, and the road that it has taken.</summary>
/// <param name="Kind">What the label says.</param>
/// <param name="Name">The classified member or the input, as a message names it; the member of the parameter, or empty.
/// </param>
/// <param name="Rank">The class, ordered; 0 for a parameter.</param>
/// <param name="Parameter">The position of the parameter, -1 for the object itself; 0 for what is classified.</param>
/// <param name="Steps">What it went through, at most three.</param>
internal sealed record FlowLabel(
    FlowLabelKind Kind,
    string Name,
    int Rank,
    int Parameter,
    ImmutableArray<ISymbol> Steps
)
{
    /// <summary>The name of the member that stands for an object with all its members.</summary>
    public const string AllMembers = "*";

    private const int MaxSteps = 3;

    /// <summary>
    /// The member or the parameter that it comes from, as it is declared; null where nothing declares it.
    /// </summary>
    public ISymbol? Origin { get; init; }

    /// <summary>The kinds of sinks for which input was made harmless on its road.</summary>
    public SinkSet Cleaned { get; init; }

    /// <summary>Whether it stands within markup.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>The label of a classified member.</summary>
    public static FlowLabel Classified(string name, int rank, ISymbol origin) =>
        new(FlowLabelKind.Classified, name, rank, 0, ImmutableArray<ISymbol>.Empty) { Origin = origin };

    /// <summary>The label of a parameter.</summary>
    public static FlowLabel Of(int parameter) =>
        new(FlowLabelKind.Parameter, "", 0, parameter, ImmutableArray<ISymbol>.Empty);

    /// <summary>The label of input.</summary>
    public static FlowLabel Input(string name, ISymbol origin, SinkSet cleaned = default) =>
        new(FlowLabelKind.Input, name, 0, 0, ImmutableArray<ISymbol>.Empty) { Origin = origin, Cleaned = cleaned };

    /// <summary>The label of a temporary path.</summary>
    public static FlowLabel Temporary { get; } = new(FlowLabelKind.Temporary, "", 0, 0, ImmutableArray<ISymbol>.Empty);

    /// <summary>Whether both come from the same place; the road does not matter.</summary>
    public bool IsSame(FlowLabel other) =>
        Kind == other.Kind && Parameter == other.Parameter && Rank == other.Rank && Name == other.Name;

    /// <summary>The same after it went through a variable or a member.</summary>
    public FlowLabel Via(ISymbol step) =>
        Steps.Length >= MaxSteps || (Steps.Length > 0 && Steps[Steps.Length - 1].Name == step.Name)
            ? this
            : this with
            {
                Steps = Steps.Add(step),
            };

    /// <summary>The same after it also went the road of another, and was cleaned there.</summary>
    public FlowLabel Then(FlowLabel road) =>
        road.Steps.Aggregate(this, (label, step) => label.Via(step)).Clean(road.Cleaned).InMarkup(road.IsMarkup);

    /// <summary>The same made harmless for some kinds of sinks.</summary>
    public FlowLabel Clean(SinkSet sinks) =>
        Cleaned.Contains(sinks) ? this : this with { Cleaned = Cleaned.And(sinks) };

    public FlowLabel InMarkup(bool isMarkup) => isMarkup && !IsMarkup ? this with { IsMarkup = true } : this;

    /// <summary>The same value by two roads: harmless is what is so on both.</summary>
    public FlowLabel Or(FlowLabel other) =>
        Cleaned == other.Cleaned && IsMarkup == other.IsMarkup
            ? this
            : this with
            {
                Cleaned = Cleaned.InBoth(other.Cleaned),
                IsMarkup = IsMarkup || other.IsMarkup,
            };
}
