using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// A rule that the evaluation of a whole system judges, by its declaration and its registers: <c>policykit check</c>
/// reports it, and the compiler never does.
/// </summary>
public abstract class EvaluationRule : PolicyRule
{
    private protected EvaluationRule(string id)
        : base(id, null, Severity.Error, Scope.AlwaysOn, WholeProgram.CheckOnly) { }

    /// <summary>A waiver names the control that is not met.</summary>
    public sealed override WaiverSubject WaivedBy => WaiverSubject.Control;

    // No compilation shows anything of it.
    private protected sealed override void Start(RuleContext rule) { }
}
