using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// Every rule as the compiler sees it: one analyzer. Roslyn asks each analyzer about each operation by itself; rules that share one
/// also share what each of them would have to find out again, and cost half as much (docs/performance.md).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer : DiagnosticAnalyzer
{
    private readonly IReadOnlyList<PolicyRule> _rules;

    /// <summary>All rules.</summary>
    public PolicyAnalyzer()
        : this(RuleCatalog.Rules) { }

    /// <summary>Some rules alone, so that nothing but their own triggers opens code to them.</summary>
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
            var policy = PolicyContext.Of(
                start.Compilation,
                start.Options,
                file => start.TryGetValue(file, PolicyContext.Documents, out var document) ? document : null
            );
            var subscriptions = new Subscriptions();
            foreach (var rule in _rules)
                rule.Begin(policy, start, subscriptions);
            subscriptions.Register(start);
        });
    }
}
