using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6207_WeakRandom() : PolicyRule("PK6207", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("random.secret-names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Type("System.Random") is not { } random)
            return;
        var secrets = new SecretMaking(rule.Values(Names));
        var methods = new PredictableMethods(random);
        rule.RegisterOperationAction(
            context =>
            {
                if (PredictableValue.KeyOf(context.Operation, random) is not { } key)
                    return;
                // A clock is part of many things that it alone does not make secret; a GUID is an identifier until it
                // becomes a text.
                var isStrict = key != "PK6207";
                if (
                    secrets.NameOf(context.Operation, context.ContainingSymbol, isStrict) is { } name
                    && (!isStrict || BecomesText(context.Operation))
                    // A cookie may well hold an identifier.
                    && (key != "PK6207.guid" || name != SecretMaking.Cookie)
                    && (key != "PK6207.clock" || !name.EndsWith("nonce", StringComparison.OrdinalIgnoreCase))
                )
                    context.Report(context.Operation.Syntax, key, name);
            },
            OperationKind.Invocation,
            OperationKind.PropertyReference
        );
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (
                    !sink.IsComparison
                    && CallIn(sink.Value) is { } call
                    && secrets.NameOf(sink) is { } name
                    && !secrets.Makes(call.TargetMethod)
                    && methods.IsCalledBy(call)
                )
                    context.Report(call.Syntax, "PK6207", name);
            }
        );
    }

    private static IInvocationOperation? CallIn(IOperation value)
    {
        while (value is IConversionOperation or IAwaitOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IAwaitOperation)value).Operation;
        return value as IInvocationOperation;
    }

    private static bool BecomesText(IOperation operation) =>
        operation.Parent
            is IInvocationOperation { TargetMethod.Name: not "CompareTo" }
                or IInterpolationOperation
                or IPropertyReferenceOperation { Property.Name: "Ticks" or "Millisecond" }
                or IConversionOperation { Type.SpecialType: SpecialType.System_String or SpecialType.System_Object };
}
