using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// A rule. <see cref="RuleEngine"/> walks the program, this base decides hardening, severity and citation; a rule
/// only judges.
/// A rule that the standard does not use never starts, except those that speak of the policy files themselves.
/// </summary>
public abstract class PolicyRule
{
    private static readonly LocalizableString MessageFormat = "{0}";

    private protected PolicyRule(
        string id,
        MeasureKind? provision,
        Severity severity,
        Scope scope = Scope.GovernedByStandard,
        WholeProgram wholeProgram = WholeProgram.No
    )
    {
        Rule = RuleId.Parse(id);
        DefaultProvisions = provision is { } measure
            ? ValueList.Create(measure.ProvisionId())
            : ValueList<ProvisionId>.Empty;
        (DefaultSeverity, RuleScope, NeedsWholeProgram) = (severity, scope, wholeProgram);
        // NotConfigurable defeats nowarn, editorconfig, rulesets, pragmas and suppressors; the Compiler tag defeats
        // SuppressMessage,
        // which is all that is left. It is a side effect of the compiler's filter and held by HardeningTests for each
        // SDK.
        var tags = new[] { WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler };
        Descriptor = new DiagnosticDescriptor(
            id,
            new LocalizedText(id + ".title"),
            MessageFormat,
            "PolicyKit." + (provision ?? MeasureKind.Evaluation),
            ToRoslyn(severity),
            isEnabledByDefault: true,
            description: $"policykit explain {id}",
            helpLinkUri: PublicHome.File($"analyzers/PolicyKit.Analyzers/Rules/{GetType().Name}.md"),
            customTags: wholeProgram != WholeProgram.No
                ? tags.Append(WellKnownDiagnosticTags.CompilationEnd).ToArray()
                : tags
        );
    }

    private protected enum Scope
    {
        GovernedByStandard,
        AlwaysOn,
    }

    /// <summary>The id.</summary>
    public RuleId Rule { get; }

    /// <summary>The descriptor.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>The provision the rule stands on where no control uses it.</summary>
    public ValueList<ProvisionId> DefaultProvisions { get; }

    /// <summary>How it is raised where the standard does not say.</summary>
    public Severity DefaultSeverity { get; }

    /// <summary>The parameters it needs from the standard.</summary>
    public virtual ValueList<ParameterId> Parameters => ValueList<ParameterId>.Empty;

    /// <summary>
    /// How much of what the rule reports shows only in the build, because the whole program decides it.
    /// </summary>
    public WholeProgram NeedsWholeProgram { get; }

    /// <summary>Whether what the rule points at is a secret, which no output may repeat.</summary>
    public virtual bool PointsAtSecrets => false;

    /// <summary>Whether there is a fix for some of its findings.</summary>
    public virtual bool HasFix => false;

    /// <summary>What a waiver of its findings names.</summary>
    public virtual WaiverSubject WaivedBy =>
        RuleScope == Scope.GovernedByStandard ? WaiverSubject.Rule : WaiverSubject.None;

    /// <summary>Whether a waiver may name the rule.</summary>
    internal bool IsWaivable => WaivedBy == WaiverSubject.Rule;

    private Scope RuleScope { get; }

    /// <summary>Lets the rule say what of a compilation it wants to see.</summary>
    internal void Begin(RuleContext rule)
    {
        if (RuleScope == Scope.AlwaysOn || rule.IsGoverned)
            Start(rule);
    }

    private protected abstract void Start(RuleContext rule);

    internal static DiagnosticSeverity ToRoslyn(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
