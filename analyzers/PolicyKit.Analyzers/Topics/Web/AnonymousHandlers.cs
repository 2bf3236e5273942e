using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Code that answers requests of anybody, because the code says so: <c>[AllowAnonymous]</c>, AllowAnonymous().
/// </summary>
internal static class AnonymousHandlers
{
    public static bool Holds(SyntaxNode place, OperationContext context)
    {
        for (var at = place; at is not null; at = at.Parent)
            if (
                at is LambdaExpressionSyntax lambda
                && (lambda.AttributeLists.Any(IsAnonymous) || IsMappedForAnyone(lambda))
            )
                return true;
        for (var symbol = context.ContainingSymbol; symbol is not null; symbol = symbol.ContainingType)
            if (symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "AllowAnonymousAttribute"))
                return true;
        return context.Rule.MappingOf(context.ContainingSymbol) is { } mapping && IsForAnyone(mapping);
    }

    private static bool IsAnonymous(AttributeListSyntax list) =>
        list.Attributes.Any(a => a.Name.ToString().Split('.').Last() is "AllowAnonymous" or "AllowAnonymousAttribute");

    private static bool IsMappedForAnyone(SyntaxNode handler) =>
        handler.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax mapping } && IsForAnyone(mapping);

    // app.MapGet(…).AllowAnonymous(), and a group that allows it: app.MapGroup("/open").AllowAnonymous().
    private static bool IsForAnyone(InvocationExpressionSyntax mapping)
    {
        SyntaxNode at = mapping;
        while (at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access)
        {
            if (access.Name.Identifier.ValueText == "AllowAnonymous")
                return true;
            at = call;
        }

        var receiver = (mapping.Expression as MemberAccessExpressionSyntax)?.Expression;
        while (receiver is not null)
        {
            switch (receiver)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                    if (access.Name.Identifier.ValueText == "AllowAnonymous")
                        return true;
                    receiver = access.Expression;
                    break;
                case IdentifierNameSyntax name:
                    receiver = InitializerOf(name);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static ExpressionSyntax? InitializerOf(IdentifierNameSyntax name) =>
        name.Ancestors()
            .OfType<BlockSyntax>()
            .Cast<SyntaxNode>()
            .Concat(name.Ancestors().OfType<CompilationUnitSyntax>())
            .SelectMany(scope => scope.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            .FirstOrDefault(v => v.Identifier.ValueText == name.Identifier.ValueText && v.SpanStart < name.SpanStart)
            ?.Initializer?.Value;
}
