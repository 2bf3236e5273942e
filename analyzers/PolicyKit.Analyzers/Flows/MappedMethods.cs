using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// The methods that are handed to a mapping of routes by name: <c>app.MapGet("/bills", Bills.List)</c>.
/// </summary>
internal static class MappedMethods
{
    public static Dictionary<ISymbol, InvocationExpressionSyntax> Of(Compilation compilation, FlowModels models)
    {
        var found = new Dictionary<ISymbol, InvocationExpressionSyntax>(SymbolEqualityComparer.Default);
        var names = new HashSet<string>(models.MembersOf(FlowRole.Endpoints), StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var (call, argument) in Handlers(tree, names))
            {
                model ??= compilation.GetSemanticModel(tree);
                var symbol = model.GetSymbolInfo(argument);
                if ((symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method)
                    found[method.OriginalDefinition] = call;
            }
        }

        return found;
    }

    private static IEnumerable<(InvocationExpressionSyntax Call, ExpressionSyntax Handler)> Handlers(
        SyntaxTree tree,
        HashSet<string> names
    ) =>
        tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => NameOf(call) is { } name && names.Contains(name))
            .SelectMany(call =>
                call.ArgumentList.Arguments.Select(argument => (Call: call, Handler: argument.Expression))
            )
            .Where(pair => pair.Handler is IdentifierNameSyntax or MemberAccessExpressionSyntax);

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };
}
