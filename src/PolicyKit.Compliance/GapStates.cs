using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>Words for the states of items.</summary>
public static class GapStates
{
    /// <summary>The name of a state, in both languages.</summary>
    public static LocalizedMessage Title(this GapState state) =>
        ComplianceMessages.Catalog.Message("gap-state." + Codecs.WordOf(state));

    /// <summary>The word in data, for example <c>not-due-yet</c>.</summary>
    public static string Word(this GapState state) => Codecs.WordOf(state);

    /// <summary>
    /// What the state of a control means to an item. A waiver is the body's own leave: it does not meet what another
    /// asks for.
    /// </summary>
    public static GapState Of(ComplianceState state) =>
        state switch
        {
            ComplianceState.NotApplicable => GapState.NotApplicable,
            ComplianceState.Satisfied => GapState.Satisfied,
            ComplianceState.NotMachineCheckable => GapState.NotMachineCheckable,
            ComplianceState.NotDueYet => GapState.NotDueYet,
            _ => GapState.Open,
        };
}
