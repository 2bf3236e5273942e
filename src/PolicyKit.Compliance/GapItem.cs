using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>One item of a framework and what leads to it.</summary>
public sealed record GapItem
{
    /// <summary>The item.</summary>
    public required CrosswalkItem Item { get; init; }

    /// <summary>
    /// The worst state of its controls; open where none leads to it, and where what is left of them does not apply and
    /// the body left others out.
    /// </summary>
    public required GapState State { get; init; }

    /// <summary>Whether the system is exempt from it.</summary>
    public required bool IsExempt { get; init; }

    /// <summary>
    /// Of an item from which what exists on the day is exempt: why the system is not; null where it is, and where there
    /// is no exemption.
    /// </summary>
    public LocalizedMessage? WhyNotExempt { get; init; }

    /// <summary>The controls that lead to it, in the order of the standard.</summary>
    public required ValueList<GapControl> Controls { get; init; }

    /// <summary>What makes the system exempt from it; empty where it is not.</summary>
    public ValueList<LocalizedMessage> Grounds { get; init; } = ValueList<LocalizedMessage>.Empty;

    /// <summary>
    /// The controls of an imported standard that lead to it and that the body left out. A body's own tailoring does not
    /// free it from what another asks for.
    /// </summary>
    public ValueList<Deviation> Excluded { get; init; } = ValueList<Deviation>.Empty;

    /// <summary>How many of its controls are in a state.</summary>
    public int Count(GapState state) => Controls.Count(c => c.State == state);
}
