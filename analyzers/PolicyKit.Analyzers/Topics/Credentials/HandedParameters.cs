using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Flows;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// The parameters of the program's own methods that become a key or a password: Encrypt(text, key) hands key to a
/// cipher, Open(user, text) hands text to new NetworkCredential(user, text). Each parameter is looked at once, so that
/// all of them together cost as much as the code is long.
/// </summary>
/// <param name="isPassword">Whether a library takes a password at a place.</param>
internal sealed class HandedParameters(Func<NamedValue, bool> isPassword)
{
    private const int MaxDepth = 5;

    private readonly ConcurrentDictionary<IParameterSymbol, HandedKind> _known = new(SymbolEqualityComparer.Default);
    private Implementations? _implementations;

    /// <summary>What becomes of a value that is given to a parameter.</summary>
    public HandedKind Of(NamedValue sink) =>
        sink
            is {
                IsComparison: false,
                Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol } parameter,
                Value.SemanticModel.Compilation: { } compilation
            }
        && MayHold(parameter.Type)
            ? Becomes(parameter.OriginalDefinition, compilation, MaxDepth)
            : HandedKind.None;

    private HandedKind Becomes(IParameterSymbol parameter, Compilation compilation, int depth)
    {
        if (depth == 0 || parameter.DeclaringSyntaxReferences.IsEmpty)
            return HandedKind.None;
        if (_known.TryGetValue(parameter, out var known))
            return known;
        // Whoever calls himself says nothing new.
        _known[parameter] = HandedKind.None;
        return _known[parameter] = IsHanded(parameter, compilation, depth);
    }

    private HandedKind IsHanded(IParameterSymbol parameter, Compilation compilation, int depth)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        if (method.IsAbstract)
            return ImplementationsIn(compilation)
                .Of(method)
                .Select(m => Becomes(m.Parameters[parameter.Ordinal], compilation, depth - 1))
                .Aggregate(HandedKind.None, (all, kind) => all | kind);
        var bodies = SourceBodies.Of(compilation);
        var declaration = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (
            declaration is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || !bodies.Holds(declaration)
            || bodies.Bind(declaration) is not { } body
        )
            return HandedKind.None;
        return LocalUses
            .Of(body)
            .ReferencesTo(parameter)
            .Select(r => KindOf(r, compilation, depth, MaxDepth))
            .Aggregate(HandedKind.None, (all, kind) => all | kind);
    }

    private Implementations ImplementationsIn(Compilation compilation) =>
        _implementations ??= new Implementations(compilation);

    // key, Encoding.UTF8.GetBytes(key), var bytes = …, keys[2]; and then a library, or a method that hands it to one.
    private HandedKind KindOf(IOperation value, Compilation compilation, int depth, int locals)
    {
        var child = value;
        for (var operation = value.Parent; operation is not null; child = operation, operation = operation.Parent)
            switch (operation)
            {
                case IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation:
                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == child:
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when indexer.Instance == child:
                    break;
                case IInvocationOperation call when Keeps(call):
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call } when Keeps(call):
                    break;
                case IBinaryOperation or IInterpolationOperation when FollowsPassword(operation, child):
                    return HandedKind.Password;
                case IArgumentOperation { Parameter: { } parameter }:
                    return OfSink(new NamedValue(parameter.Name, parameter, child))
                        | (
                            MayHold(parameter.Type)
                                ? Becomes(parameter.OriginalDefinition, compilation, depth - 1)
                                : HandedKind.None
                        );
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } set:
                    return child == set.Value
                        ? OfSink(new NamedValue(property.Name, property, child))
                        : HandedKind.None;
                case IVariableDeclaratorOperation declarator:
                    return OfLocal(declarator.Symbol, operation, compilation, depth, locals);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } set when child == set.Value:
                    return OfLocal(local.Local, operation, compilation, depth, locals);
                default:
                    return HandedKind.None;
            }
        return HandedKind.None;
    }

    private HandedKind OfLocal(ILocalSymbol local, IOperation at, Compilation compilation, int depth, int locals) =>
        locals == 0
            ? HandedKind.None
            : LocalUses
                .Of(at)
                .ReferencesTo(local)
                .Select(r => KindOf(r, compilation, depth, locals - 1))
                .Aggregate(HandedKind.None, (all, kind) => all | kind);

    private HandedKind OfSink(NamedValue sink) =>
        (KeySinks.Is(sink) ? HandedKind.Key : HandedKind.None)
        | (isPassword(sink) ? HandedKind.Password : HandedKind.None);

    private static bool Keeps(IInvocationOperation call) =>
        call.TargetMethod.Name is "GetBytes" or "FromBase64String" or "FromHexString" or "Trim" or "ToString" or "First"
        || (call.TargetMethod is { Name: "Last" or "ElementAt", IsExtensionMethod: true });

    // "…;Password=" + value, $"…;Pwd={value}"
    private static bool FollowsPassword(IOperation operation, IOperation value)
    {
        var before = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.RightOperand == value =>
                sum.LeftOperand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } left
                    ? left.RightOperand
                    : sum.LeftOperand,
            IInterpolationOperation { Parent: IInterpolatedStringOperation whole } hole
                when whole.Parts.IndexOf(hole) is var at and > 0 => (
                whole.Parts[at - 1] as IInterpolatedStringTextOperation
            )?.Text,
            _ => null,
        };
        return before?.ConstantValue is { HasValue: true, Value: string text }
            && text.TrimEnd(' ') is { Length: > 1 } written
            && written[written.Length - 1] == '='
            && CredentialHeuristics.IsSecretKey(written.Substring(written.LastIndexOf(';') + 1).TrimEnd('=').Trim());
    }

    private static bool MayHold(ITypeSymbol type) =>
        type
            is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                or IArrayTypeSymbol
                {
                    ElementType.SpecialType: SpecialType.System_Byte
                        or SpecialType.System_Char
                        or SpecialType.System_String
                }
                or INamedTypeSymbol { Name: "Hashtable" or "ArrayList" }
        || type is INamedTypeSymbol { TypeArguments: { Length: > 0 } of }
            && of[of.Length - 1].SpecialType == SpecialType.System_String;
}
