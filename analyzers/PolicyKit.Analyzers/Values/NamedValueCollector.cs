using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Finds every place where a value gets a name, so that rules ask only what the name means.</summary>
internal static class NamedValueCollector
{
    // Methods whose first text argument is the name of what their second sets.
    private static readonly HashSet<string> KeyedSetters = new(StringComparer.Ordinal)
    {
        "Add",
        "TryAdd",
        "TryAddWithoutValidation",
        "Append",
        "Set",
        "SetEnvironmentVariable",
        "SetValue",
    };

    /// <summary>The operations at which values get names.</summary>
    public static OperationKind[] Kinds { get; } =
        {
            OperationKind.VariableDeclarator,
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer,
            OperationKind.SimpleAssignment,
            OperationKind.Argument,
            OperationKind.Invocation,
            OperationKind.Binary,
        };

    /// <summary>The places at an operation where a value that may be a text gets a name.</summary>
    public static IEnumerable<NamedValue> Of(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator
                when declarator.GetVariableInitializer() is { } initializer && MayBeText(initializer.Value):
                yield return new NamedValue(declarator.Symbol.Name, declarator.Symbol, initializer.Value);
                break;
            case IFieldInitializerOperation field when MayBeText(field.Value):
                foreach (var symbol in field.InitializedFields)
                    yield return new NamedValue(symbol.Name, symbol, field.Value);
                break;
            case IPropertyInitializerOperation property when MayBeText(property.Value):
                foreach (var symbol in property.InitializedProperties)
                    yield return new NamedValue(symbol.Name, symbol, property.Value);
                break;
            case ISimpleAssignmentOperation assignment
                when MayBeText(assignment.Value) && Named(assignment.Target) is { } target:
                yield return target with
                {
                    Value = assignment.Value,
                };
                break;
            case IArgumentOperation { Parameter: { } parameter } argument
                when argument.ArgumentKind == ArgumentKind.Explicit && MayBeText(argument.Value):
                yield return new NamedValue(parameter.Name, parameter, argument.Value);
                break;
            case IInvocationOperation invocation
                when KeyedSetters.Contains(invocation.TargetMethod.Name) && Keyed(invocation) is { } keyed:
                yield return keyed;
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when MayBeText(comparison.LeftOperand) || MayBeText(comparison.RightOperand):
                if (Named(comparison.LeftOperand) is { } left)
                    yield return left with
                    {
                        Value = comparison.RightOperand,
                        IsComparison = true,
                    };
                if (Named(comparison.RightOperand) is { } right)
                    yield return right with
                    {
                        Value = comparison.LeftOperand,
                        IsComparison = true,
                    };
                break;
        }
    }

    /// <summary>Whether a text is handed over as the name of what stands beside it, or told to an exception: NotNull(token, "token"), new InvalidOperationException("password").</summary>
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

    // What is read from elsewhere, and what is a number, a switch or nothing, shows no text.
    private static bool MayBeText(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation switch
        {
            ILiteralOperation { ConstantValue: { HasValue: true, Value: var value } } => value is string,
            IParameterReferenceOperation
            or IAwaitOperation
            or IAnonymousFunctionOperation
            or IDelegateCreationOperation
            or IDefaultValueOperation
            or IInstanceReferenceOperation
            or IArrayElementReferenceOperation => false,
            IObjectCreationOperation creation => creation.Type?.Name is "Uri" or "UriBuilder",
            _ => operation.Type
                is not {
                        SpecialType: SpecialType.System_Int32
                            or SpecialType.System_Boolean
                            or SpecialType.System_Int64
                            or SpecialType.System_Double
                            or SpecialType.System_Decimal
                            or SpecialType.System_Char
                    }
                    and not { TypeKind: TypeKind.Enum or TypeKind.Delegate },
        };
    }

    private static NamedValue? Keyed(IInvocationOperation invocation)
    {
        var arguments = invocation
            .Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit)
            .Select(a => a.Value)
            .ToList();
        // An extension method's receiver is its first argument.
        if (invocation.TargetMethod.IsExtensionMethod && invocation.Instance is null && arguments.Count > 2)
            arguments.RemoveAt(0);
        return arguments.Count >= 2 && Key(arguments[0]) is { } key ? new NamedValue(key, null, arguments[1]) : null;
    }

    private static NamedValue? Named(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => Named(conversion.Operand),
            ILocalReferenceOperation local => new NamedValue(local.Local.Name, local.Local, local),
            IParameterReferenceOperation parameter => new NamedValue(
                parameter.Parameter.Name,
                parameter.Parameter,
                parameter
            ),
            IFieldReferenceOperation field => new NamedValue(field.Field.Name, field.Field, field),
            IPropertyReferenceOperation { Arguments.Length: 0 } property => new NamedValue(
                property.Property.Name,
                property.Property,
                property
            ),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer
                when Key(indexer.Arguments[0].Value) is { } key => new NamedValue(key, null, indexer),
            _ => null,
        };

    private static string? Key(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string key } ? key : null;
}
