using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// The parameters of the program's own methods that become a key: Encrypt(text, key) hands key to a cipher. Each
/// parameter is looked at once, so that all of them together cost as much as the code is long.
/// </summary>
internal sealed class KeyParameters
{
    private const int MaxDepth = 4;

    private readonly ConcurrentDictionary<IParameterSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether what is given to a parameter becomes a key.</summary>
    public bool Takes(NamedValue sink) =>
        sink
            is {
                IsComparison: false,
                Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol } parameter,
                Value.SemanticModel.Compilation: { } compilation
            }
        && IsKeyed(parameter.Type)
        && Becomes(parameter.OriginalDefinition, SourceBodies.Of(compilation), MaxDepth);

    private bool Becomes(IParameterSymbol parameter, SourceBodies bodies, int depth)
    {
        if (depth == 0 || parameter.DeclaringSyntaxReferences.IsEmpty)
            return false;
        if (_known.TryGetValue(parameter, out var known))
            return known;
        // Whoever calls himself says nothing new.
        _known[parameter] = false;
        return _known[parameter] = IsHanded(parameter, bodies, depth);
    }

    private bool IsHanded(IParameterSymbol parameter, SourceBodies bodies, int depth)
    {
        var declaration = parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (
            declaration is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || !bodies.Holds(declaration)
            || bodies.Bind(declaration) is not { } body
        )
            return false;
        return body.Descendants()
            .OfType<IParameterReferenceOperation>()
            .Any(r =>
                SymbolEqualityComparer.Default.Equals(r.Parameter, parameter) && IsKey(r, bodies, depth, MaxDepth)
            );
    }

    // key, Encoding.UTF8.GetBytes(key), var bytes = …; and then a cipher, or a method that hands it to one.
    private bool IsKey(IOperation value, SourceBodies bodies, int depth, int locals)
    {
        var child = value;
        for (var operation = value.Parent; operation is not null; child = operation, operation = operation.Parent)
            switch (operation)
            {
                case IConversionOperation or IParenthesizedOperation:
                    break;
                case IInvocationOperation { TargetMethod.Name: "GetBytes" or "FromBase64String" or "FromHexString" }:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: { } name } }
                    when name is "GetBytes" or "FromBase64String" or "FromHexString":
                    break;
                case IArgumentOperation { Parameter: { } parameter }:
                    return KeySinks.Is(new NamedValue(parameter.Name, parameter, child))
                        || (IsKeyed(parameter.Type) && Becomes(parameter.OriginalDefinition, bodies, depth - 1));
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } set:
                    return child == set.Value && KeySinks.Is(new NamedValue(property.Name, property, child));
                case IVariableInitializerOperation:
                    break;
                case IVariableDeclaratorOperation declarator when locals > 0:
                    return LocalUses
                        .Of(operation)
                        .ReferencesTo(declarator.Symbol)
                        .Any(r => IsKey(r, bodies, depth, locals - 1));
                default:
                    return false;
            }
        return false;
    }

    private static bool IsKeyed(ITypeSymbol type) =>
        type
            is { SpecialType: SpecialType.System_String }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char };
}
