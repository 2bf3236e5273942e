using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>Code that says by an attribute of PolicyKit.Annotations which service, or which account, it uses.</summary>
internal static class MarkedServices
{
    /// <summary>The ids by which a member, its types, their interfaces and its assembly are marked.</summary>
    public static IEnumerable<string> IdsOf(ISymbol symbol, string attribute)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
        {
            foreach (var id in IdsBy(at, attribute))
                yield return id;
            if (at is INamedTypeSymbol type)
                foreach (
                    var id in type.AllInterfaces.Concat(type.SelfAndBaseTypes()).SelectMany(t => IdsBy(t, attribute))
                )
                    yield return id;
        }

        foreach (
            var id in symbol.ContainingAssembly is { } assembly ? IdsBy(assembly, attribute) : Array.Empty<string>()
        )
            yield return id;
    }

    /// <summary>
    /// The id that an attribute in the source names; null where it is another, or its id is not written.
    /// </summary>
    public static (string Id, AttributeArgumentSyntax Place)? IdOf(AttributeContext context, string attribute)
    {
        var syntax = context.Attribute;
        if (
            syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null) is not { } argument
            || context.Model.GetSymbolInfo(syntax, context.CancellationToken).Symbol?.ContainingType?.Name != attribute
            || context.Model.GetConstantValue(argument.Expression, context.CancellationToken)
                is not { HasValue: true, Value: string id }
        )
            return null;
        return (id, argument);
    }

    private static IEnumerable<string> IdsBy(ISymbol symbol, string attribute) =>
        symbol
            .GetAttributes()
            .Where(a => a.AttributeClass?.Name == attribute && a.ConstructorArguments.Length > 0)
            .Select(a => a.ConstructorArguments[0].Value)
            .OfType<string>();
}
