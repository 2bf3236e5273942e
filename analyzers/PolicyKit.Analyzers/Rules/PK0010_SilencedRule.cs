using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0010_SilencedRule()
    : PolicyRule("PK0010", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn, WholeProgram.Partly)
{
    private protected override void Start(RuleContext rule)
    {
        var cited = new CitedRules(rule.Policy);
        if (!cited.Ids.Any())
            return;
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var id in cited.Ids.Where(id => IsLowered(end.Compilation, id)))
                if (cited.Unwaived(id, null) is { } basis)
                    end.ReportBy(basis, Microsoft.CodeAnalysis.Location.None, "PK0010", id);
            foreach (var tree in end.Compilation.SyntaxTrees)
                Pragmas(end, tree, cited);
        });
        if (rule.Type("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute") is { } suppression)
            rule.RegisterAttributes(context => Attribute(context, suppression, cited));
    }

    // By NoWarn, a rule set, a globalconfig or an editorconfig.
    private static bool IsLowered(Compilation compilation, string id)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var set))
            return IsLow(set);
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } files)
            return false;
        return (files.TryGetGlobalDiagnosticValue(id, default, out var global) && IsLow(global))
            || compilation.SyntaxTrees.Any(t => files.TryGetDiagnosticValue(t, id, default, out var own) && IsLow(own));
    }

    private static bool IsLow(ReportDiagnostic severity) =>
        severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden or ReportDiagnostic.Info;

    private static void Pragmas(EndContext end, SyntaxTree tree, CitedRules cited)
    {
        var root = tree.GetRoot();
        if (!root.ContainsDirectives)
            return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma && IsDisabled(pragma))
                foreach (var code in pragma.ErrorCodes.OfType<IdentifierNameSyntax>())
                    if (cited.Unwaived(code.Identifier.ValueText, tree.FilePath) is { } basis)
                        end.ReportBy(basis, code.GetLocation(), "PK0010", code.Identifier.ValueText);
    }

    private static bool IsDisabled(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);

    private static void Attribute(AttributeContext context, INamedTypeSymbol suppression, CitedRules cited)
    {
        if (
            context.Model.GetSymbolInfo(context.Attribute, context.CancellationToken).Symbol is not IMethodSymbol made
            || !SymbolEqualityComparer.Default.Equals(made.ContainingType, suppression)
            || context.Attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(1)
                is not { } argument
            || context.Model.GetConstantValue(argument.Expression, context.CancellationToken)
                is not { Value: string written }
        )
            return;
        // "CA5369:Use XmlReader" names the rule before the colon.
        var id = written.Split(':')[0].Trim();
        if (cited.Unwaived(id, context.Attribute.SyntaxTree.FilePath) is { } basis)
            context.ReportBy(basis, argument, "PK0010", id);
    }
}
