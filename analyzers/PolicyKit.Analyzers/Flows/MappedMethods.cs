using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>The methods that are handed to a mapping of routes by name: <c>app.MapGet("/bills", Bills.List)</c>.</summary>
internal static class MappedMethods
{
    public static HashSet<ISymbol> Of(Compilation compilation, FlowModels models)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var names = new HashSet<string>(models.MembersOf(FlowRole.Endpoints), StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var argument in Handlers(tree, names))
            {
                model ??= compilation.GetSemanticModel(tree);
                var symbol = model.GetSymbolInfo(argument);
                if ((symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method)
                    found.Add(method.OriginalDefinition);
            }
        }

        return found;
    }

    private static IEnumerable<ExpressionSyntax> Handlers(SyntaxTree tree, HashSet<string> names) =>
        tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => NameOf(call) is { } name && names.Contains(name))
            .SelectMany(call => call.ArgumentList.Arguments)
            .Select(argument => argument.Expression)
            .Where(expression => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };
}
