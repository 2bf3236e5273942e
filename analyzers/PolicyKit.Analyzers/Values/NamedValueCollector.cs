using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Finds every place where a value gets a name, so that rules ask only what the name means.</summary>
internal static class NamedValueCollector
{
    /// <summary>The operations at which values get names.</summary>
    public static OperationKind[] Kinds { get; } =
        {
            OperationKind.VariableDeclarator,
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer,
            OperationKind.ParameterInitializer,
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.Coalesce,
            OperationKind.DeconstructionAssignment,
            OperationKind.Argument,
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.Tuple,
            OperationKind.Return,
            OperationKind.Binary,
            OperationKind.IsPattern,
            OperationKind.Switch,
            OperationKind.SwitchExpression,
            OperationKind.PropertySubpattern,
        };

    /// <summary>The places at an operation where a value that may be a text gets a name.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="owner">The member whose code it is part of: what it returns bears its name.</param>
    public static IEnumerable<NamedValue> Of(IOperation operation, ISymbol? owner = null)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                return Given(declarator.Symbol, initializer.Value);
            case IFieldInitializerOperation field:
                return field.InitializedFields.SelectMany(f => Given(f, field.Value));
            case IPropertyInitializerOperation property:
                return property.InitializedProperties.SelectMany(p => Given(p, property.Value));
            case IParameterInitializerOperation parameter:
                return Given(parameter.Parameter, parameter.Value);
            case ISimpleAssignmentOperation assignment:
                return Put(assignment.Target, assignment.Value);
            case ICoalesceAssignmentOperation assignment:
                return Put(assignment.Target, assignment.Value);
            // password += "…": a part of it, which has to look like one.
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } assignment
                when assignment.Type?.SpecialType == SpecialType.System_String:
                return Put(assignment.Target, assignment.Value).Select(named => named with { IsByCall = true });
            case ICoalesceOperation { WhenNull: { } otherwise } coalesce
                when KeyedValues.LookedUp(coalesce.Value) is { } key && MayBeText(otherwise):
                return new[] { new NamedValue(key, null, otherwise) };
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction.PairsOf(deconstruction).SelectMany(pair => Put(pair.Target, pair.Value));
            case IArgumentOperation { Parameter: { } parameter, ArgumentKind: ArgumentKind.Explicit } argument:
                return Given(parameter, argument.Value);
            case IReturnOperation { ReturnedValue: { } returned }:
                return owner is not null && MayBeText(returned) ? Returned(operation, returned, owner) : None;
            case IInvocationOperation or IObjectCreationOperation or ITupleOperation:
                return KeyedValues.Of(operation).Concat(ComparedValues.Of(operation));
            default:
                return ComparedValues.Of(operation);
        }
    }

    /// <summary>
    /// Whether a text is handed over as the name of what stands beside it, or told to an exception: NotNull(token,
    /// "token"), new InvalidOperationException("password").
    /// </summary>
    public static bool IsOnlyAName(SyntaxNode? text)
    {
        if (
            text
            is not LiteralExpressionSyntax
            {
                Token.ValueText: var name,
                Parent: ArgumentSyntax { Parent: ArgumentListSyntax list }
            }
        )
            return false;
        if (
            list.Parent is ObjectCreationExpressionSyntax { Type: var type }
            && type.GetLastToken().ValueText.EndsWith("Exception", StringComparison.Ordinal)
        )
            return true;
        foreach (var argument in list.Arguments)
            if (argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var beside } && beside == name)
                return true;
        return false;
    }

    /// <summary>
    /// What a value is put into or compared with, by its name; its value is still to be said. Null when it has none.
    /// </summary>
    public static NamedValue? Named(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => Named(conversion.Operand),
            IDeclarationExpressionOperation declaration => Named(declaration.Expression),
            ILocalReferenceOperation local => new NamedValue(local.Local.Name, local.Local, local),
            IParameterReferenceOperation parameter => new NamedValue(
                parameter.Parameter.Name,
                parameter.Parameter,
                parameter
            ),
            IFieldReferenceOperation field => new NamedValue(field.Field.Name, field.Field, field),
            IPropertyReferenceOperation { Property.Name: "Value" } value when KeyedValues.Parameter(value) is { } key =>
                new NamedValue(key, null, value),
            IPropertyReferenceOperation { Arguments.Length: 0 } property => new NamedValue(
                property.Property.Name,
                property.Property,
                property
            ),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer
                when KeyedValues.Key(indexer.Arguments[0].Value) is { } key => new NamedValue(key, null, indexer),
            IConditionalAccessOperation access => Named(access.WhenNotNull),
            _ => null,
        };

    /// <summary>
    /// Whether a value may be a text: what is read from elsewhere, and what is a number, a switch or nothing, shows
    /// none.
    /// </summary>
    public static bool MayBeText(IOperation operation)
    {
        return operation.UnwrapConversions() switch
        {
            ILiteralOperation { ConstantValue: { HasValue: true, Value: var value } } => value is string,
            IParameterReferenceOperation { Parameter: var parameter } => parameter.HasExplicitDefaultValue
                || LocalUses.Of(operation).ValuesOf(parameter).Count > 0,
            IAnonymousFunctionOperation
            or IDelegateCreationOperation
            or IDefaultValueOperation
            or IInstanceReferenceOperation => false,
            IObjectCreationOperation creation => creation.Type
                is { SpecialType: SpecialType.System_String }
                    or { Name: "Uri" or "UriBuilder" },
            _ => operation.Type
                is not {
                        SpecialType: SpecialType.System_Int32
                            or SpecialType.System_Boolean
                            or SpecialType.System_Int64
                            or SpecialType.System_Double
                            or SpecialType.System_Decimal
                            or SpecialType.System_Char
                            or SpecialType.System_Void
                    }
                    and not { TypeKind: TypeKind.Enum or TypeKind.Delegate },
        };
    }

    private static IEnumerable<NamedValue> None => Enumerable.Empty<NamedValue>();

    private static IEnumerable<NamedValue> Given(ISymbol symbol, IOperation value) =>
        MayBeText(value) ? new[] { new NamedValue(symbol.Name, symbol, value) } : None;

    private static IEnumerable<NamedValue> Put(IOperation target, IOperation value) =>
        MayBeText(value) && Named(target) is { } named ? new[] { named with { Value = value } } : None;

    // Func<string> getPassword = () => "…";
    private static ISymbol? KeeperOf(IAnonymousFunctionOperation function) =>
        (function.Parent is IDelegateCreationOperation creation ? creation.ParentBeyondConversions() : null) switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } => fields[0],
            IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } => properties[0],
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => member,
            _ => null,
        };

    // A function inside another member returns under its own name, if it has one.
    private static IEnumerable<NamedValue> Returned(IOperation operation, IOperation value, ISymbol owner)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation function)
                return KeeperOf(function) is { } keeper && MayBeText(value)
                    ? new[] { new NamedValue(keeper.Name, keeper, value) { IsReturned = true } }
                    : None;
            else if (parent is ILocalFunctionOperation local)
            {
                owner = local.Symbol;
                break;
            }

        return owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } => Named(property),
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => Named(method),
            IPropertySymbol property => Named(property),
            _ => None,
        };

        IEnumerable<NamedValue> Named(ISymbol symbol) =>
            new[] { new NamedValue(symbol.Name, symbol, value) { IsReturned = true } };
    }
}
