using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>
/// Reads the value from the configuration that is at hand. What was written must be made invalid all the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6101_HardCodedCredentialFix()
    : PolicyFix("PK6101", "構成から読み込む", "Read it from configuration")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        if (
            at.Node is not ExpressionSyntax literal
            || !literal.IsKind(SyntaxKind.StringLiteralExpression)
            || at.Ancestor<StatementSyntax>() is null
        )
            return null;
        if (
            literal.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.IsConst == true
            || NameAt(literal, at) is not { } name
            || Configuration(at) is not { } configuration
        )
            return null;
        return (
            literal,
            Expression(
                    $"({configuration}[\"Secrets:{name}\"] ?? throw new System.InvalidOperationException(\"Secrets:{name}\"))"
                )
                .WithTriviaFrom(literal)
        );
    }

    private static string? NameAt(ExpressionSyntax literal, FixPlace at) =>
        literal.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => Pascal(
                variable.Identifier.ValueText
            ),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => Pascal(name.Identifier.ValueText),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name: { } name } } => Pascal(
                name.Identifier.ValueText
            ),
            ArgumentSyntax { Parent.Parent: { } call } argument
                when at.Model.GetSymbolInfo(call, at.CancellationToken).Symbol is IMethodSymbol method
                    && argument.Parent is ArgumentListSyntax list
                    && list.Arguments.IndexOf(argument) is var i
                    && i < method.Parameters.Length => Pascal(
                argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters[i].Name
            ),
            _ => null,
        };

    private static string Pascal(string name) =>
        name.TrimStart('_') is { Length: > 0 } plain ? char.ToUpperInvariant(plain[0]) + plain.Substring(1) : name;

    // A variable, parameter or member that is the configuration, or a builder that has it.
    private static string? Configuration(FixPlace at)
    {
        foreach (
            var symbol in at
                .Model.LookupSymbols(at.Node.SpanStart)
                .Where(s => s is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
                .OrderBy(s => s.Kind)
                .ThenBy(s => s.Name, StringComparer.Ordinal)
        )
        {
            if (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.Start >= at.Node.SpanStart)
                continue;
            var type = symbol switch
            {
                ILocalSymbol l => l.Type,
                IParameterSymbol p => p.Type,
                IFieldSymbol f => f.Type,
                IPropertySymbol p => p.Type,
                _ => null,
            };
            if (IsConfiguration(type))
                return symbol.Name;
            if (type?.Name is "WebApplicationBuilder" or "HostApplicationBuilder")
                return symbol.Name + ".Configuration";
        }

        return null;
    }

    private static bool IsConfiguration(ITypeSymbol? type) =>
        type is not null && (Is(type) || type.AllInterfaces.Any(Is));

    private static bool Is(ITypeSymbol type) =>
        type
            is {
                Name: "IConfiguration",
                ContainingNamespace: { Name: "Configuration", ContainingNamespace.Name: "Extensions" }
            };
}
