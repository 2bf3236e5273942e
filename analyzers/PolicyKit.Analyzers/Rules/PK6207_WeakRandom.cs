using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6207_WeakRandom() : PolicyRule("PK6207", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("random.secret-names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Type("System.Random") is not { } random)
            return;
        var names = rule.Values(Names);
        rule.RegisterOperationAction(
            Trigger.OnNames(
                "Next",
                "NextBytes",
                "NextInt64",
                "NextDouble",
                "NextSingle",
                "GetItems",
                "GetHexString",
                "GetString",
                "Shuffle"
            ),
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                // What derives from Random may be a generator of another kind: BouncyCastle's SecureRandom does.
                if (
                    call.Instance?.Type is not { } type
                    || !SymbolEqualityComparer.Default.Equals(type, random)
                    || call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Object
                )
                    return;
                if (SecretOf(call, names, context.ContainingSymbol) is { } name)
                    rule.Report(context.ReportDiagnostic, call.Syntax.GetLocation(), "PK6207", name);
            },
            OperationKind.Invocation
        );
    }

    // The name of what the number becomes: of the variable, member or parameter that takes it, of the buffer that is filled, of the method that gives it back.
    private static string? SecretOf(IInvocationOperation call, ValueList<string> names, ISymbol containing)
    {
        if (
            call.TargetMethod.Name == "NextBytes"
            && call.Arguments.Length == 1
            && Target(call.Arguments[0].Value) is { } buffer
        )
            return Secret(buffer, names) ?? Secret(containing.Name, names);
        var returns = false;
        IOperation child = call;
        for (var operation = call.Parent; operation is not null; child = operation, operation = operation.Parent)
            switch (operation)
            {
                // What only decides is no part of what is made: if (random.Next() < limit), switch (random.Next(3)).
                case IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.LessThan
                        or BinaryOperatorKind.LessThanOrEqual
                        or BinaryOperatorKind.GreaterThan
                        or BinaryOperatorKind.GreaterThanOrEqual
                        or BinaryOperatorKind.Equals
                        or BinaryOperatorKind.NotEquals
                }:
                case IIsPatternOperation:
                case ISwitchOperation of when child == of.Value:
                case ISwitchExpressionOperation expression when child == expression.Value:
                    return null;
                case IVariableDeclaratorOperation declarator:
                    return Secret(declarator.Symbol.Name, names)
                        ?? (returns || Builds(declarator.Symbol.Type) ? Secret(containing.Name, names) : null);
                case ISimpleAssignmentOperation assignment when Target(assignment.Target) is { } name:
                    return Secret(name, names) ?? Secret(containing.Name, names);
                case IFieldInitializerOperation field:
                    return field
                        .InitializedFields.Select(f => Secret(f.Name, names))
                        .FirstOrDefault(n => n is not null);
                case IPropertyInitializerOperation property:
                    return property
                        .InitializedProperties.Select(p => Secret(p.Name, names))
                        .FirstOrDefault(n => n is not null);
                case IArgumentOperation { Parameter: { } parameter } when Secret(parameter.Name, names) is { } name:
                    return name;
                case IReturnOperation:
                    returns = true;
                    break;
            }

        return Secret(containing.Name, names);
    }

    // A seed, an index or a delay is a number of its own; a text or bytes may be what the method gives back.
    private static bool Builds(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol;

    private static string? Target(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IPropertyReferenceOperation property => property.Property.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IArrayElementReferenceOperation element => Target(element.ArrayReference),
            IConversionOperation conversion => Target(conversion.Operand),
            _ => null,
        };

    private static string? Secret(string name, ValueList<string> names) =>
        IdentifierWords.EndsWithWord(name, names) ? name : null;
}
