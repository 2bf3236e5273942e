using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK9001_SatisfiesNothing() : PolicyRule("PK9001", MeasureKind.Evaluation, Severity.Error)
{
    private protected override void Start(RuleContext rule)
    {
        var (policy, standard) = (rule.Policy.Pack.Policy, rule.Policy.Pack.Standard);
        if (
            policy is null
            || standard is null
            || rule.Type("PolicyKit.Annotations.SatisfiesAttribute") is not { } attribute
        )
            return;
        var known = new HashSet<string>(
            policy.AllProvisions.Select(p => p.Id.Value).Concat(standard.Controls.Select(c => c.Id.Value)),
            StringComparer.Ordinal
        );
        rule.RegisterAttributes(context =>
        {
            var syntax = context.Attribute;
            if (
                context.Model.GetSymbolInfo(syntax, context.CancellationToken).Symbol is not IMethodSymbol constructor
                || !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, attribute)
            )
                return;
            if (syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null) is not { } argument)
                return;
            if (
                context.Model.GetConstantValue(argument.Expression, context.CancellationToken)
                    is not { HasValue: true, Value: string id }
                || known.Contains(id)
            )
                return;
            if (Nearest.Find(id, known) is { } nearest)
                context.Report(argument, "PK9001#nearest", id, nearest);
            else
                context.Report(argument, "PK9001", id);
        });
    }
}
