using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The rules as the compiler sees them: an adapter of <see cref="RuleEngine"/>. One analyzer for all, because Roslyn
/// walks the program for each
/// analyzer anew, and rules that share one also share what each of them would have to find out again
/// (docs/decisions/0006).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer : DiagnosticAnalyzer
{
    private readonly IReadOnlyList<PolicyRule> _rules;

    /// <summary>All rules.</summary>
    public PolicyAnalyzer()
        : this(RuleCatalog.Rules) { }

    /// <summary>Some rules alone.</summary>
    internal PolicyAnalyzer(IReadOnlyList<PolicyRule> rules)
    {
        _rules = rules;
        SupportedDiagnostics = rules.Select(rule => rule.Descriptor).ToImmutableArray();
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Generated code is part of the system; leaving it out would be a way around every rule.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var inputs = CompilerInputs.Of(
                start.Options,
                file => start.TryGetValue(file, CompilerInputs.Documents, out var document) ? document : null,
                file =>
                    start.TryGetValue(file, CompilerInputs.Configurations, out var configuration) ? configuration : null
            );
            var engine = new RuleEngine(_rules, start.Compilation, inputs);
            if (engine.LooksAtCode)
                // Roslyn's own way to operations makes it look at every member of the program once more
                // (docs/decisions/0006).
                start.RegisterSemanticModelAction(c =>
                    engine.SeeTree(c.SemanticModel, To(c.ReportDiagnostic, engine), c.CancellationToken)
                );
            start.RegisterAdditionalFileAction(c =>
                engine.SeeFile(c.AdditionalFile.Path, To(c.ReportDiagnostic, engine))
            );
            start.RegisterCompilationEndAction(c => engine.Finish(To(c.ReportDiagnostic, engine)));
        });
    }

    private static Action<RuleFinding> To(Action<Diagnostic> report, RuleEngine engine) =>
        finding => report(finding.ToDiagnostic(engine.Inputs.Language));
}
