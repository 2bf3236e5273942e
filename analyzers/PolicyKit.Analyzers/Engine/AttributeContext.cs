using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Packs;

namespace PolicyKit.Analyzers.Engine;

/// <summary>An attribute that a rule looks at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Model">The semantic model of its file.</param>
/// <param name="Found">Receives the findings.</param>
/// <param name="CancellationToken">The cancellation token.</param>
internal readonly record struct AttributeContext(
    RuleContext Rule,
    AttributeSyntax Attribute,
    SemanticModel Model,
    Action<RuleFinding> Found,
    CancellationToken CancellationToken
)
{
    /// <inheritdoc cref="OperationContext.Report"/>
    public void Report(SyntaxNode place, string key, params object[] arguments) =>
        Rule.Report(Found, place.GetLocation(), null, key, arguments);

    /// <inheritdoc cref="RuleContext.ReportBy"/>
    public void ReportBy(RuleBasis basis, SyntaxNode place, string key, params object[] arguments) =>
        Rule.ReportBy(Found, basis, place.GetLocation(), key, arguments);
}
