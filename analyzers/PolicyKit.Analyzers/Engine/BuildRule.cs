using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// A rule about how a program is built, and not about its code: the targets of the package or <c>policykit check</c>
/// report it, because a compilation does not show it.
/// </summary>
public abstract class BuildRule : PolicyRule
{
    private protected BuildRule(
        string id,
        Severity severity,
        bool isOfTargets,
        MeasureKind measure = MeasureKind.Operations
    )
        : base(id, measure, severity, Scope.AlwaysOn, WholeProgram.CheckOnly) => IsOfTargets = isOfTargets;

    /// <summary>Whether the targets of the package report it in the build, and not a check.</summary>
    public bool IsOfTargets { get; }

    private protected sealed override void Start(RuleContext rule) { }
}
