using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>Words for states.</summary>
public static class ComplianceStateExtensions
{
    /// <summary>The name of a state, in both languages.</summary>
    public static LocalizedMessage Title(this ComplianceState state) =>
        ComplianceMessages.Catalog.Message("state." + Codecs.WordOf(state));

    /// <summary>The word in data, for example <c>not-evidenced</c>.</summary>
    public static string Word(this ComplianceState state) => Codecs.WordOf(state);

    /// <summary>Whether the state is a breach: something has to be done now.</summary>
    public static bool IsBreach(this ComplianceState state) =>
        state is ComplianceState.Overdue or ComplianceState.Violated;

    /// <summary>What is to be done about a state.</summary>
    public static ComplianceStanding Standing(this ComplianceState state) =>
        state switch
        {
            ComplianceState.Violated or ComplianceState.Overdue => ComplianceStanding.Breach,
            ComplianceState.NotEvidenced => ComplianceStanding.OpenWork,
            ComplianceState.Waived => ComplianceStanding.Waived,
            ComplianceState.NotDueYet => ComplianceStanding.NotDueYet,
            ComplianceState.Satisfied => ComplianceStanding.Done,
            _ => ComplianceStanding.Apart,
        };

    /// <summary>The worst of several; <see cref="ComplianceState.NotApplicable"/> of none.</summary>
    internal static ComplianceState Worst(IEnumerable<ComplianceState> states) =>
        states.Aggregate(ComplianceState.NotApplicable, Worse);

    /// <summary>The worse of two.</summary>
    public static ComplianceState Worse(ComplianceState one, ComplianceState other) => one > other ? one : other;
}
