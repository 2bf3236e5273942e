using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6207_WeakRandom() : PolicyRule("PK6207", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("random.secret-names");

    private const int MaxDepth = 5;

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
                if (SeededGenerators.SeedOf(context.Operation, random) is { } seed)
                    context.Report(seed, "PK6207.seed");
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
                    && HoldsCall(sink.Value)
                    && secrets.NameOf(sink) is { } name
                    && CallsIn(sink.Value, MaxDepth)
                        .FirstOrDefault(c => !secrets.Makes(c.TargetMethod) && methods.IsCalledBy(c))
                        is { } call
                )
                    context.Report(call.Syntax, "PK6207", name);
            }
        );
    }

    // A cheap look before the names are asked: most values are no calls.
    private static bool HoldsCall(IOperation value) =>
        value.Syntax
            is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.AwaitExpressionSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.BinaryExpressionSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.InterpolatedStringExpressionSyntax;

    // The calls that make a value, or a part of it: Number(6).ToString("D6"), "A" + Number(6), $"{Number(6)}".
    private static IEnumerable<IInvocationOperation> CallsIn(IOperation? value, int depth)
    {
        if (value is null || depth == 0)
            return Enumerable.Empty<IInvocationOperation>();
        return value switch
        {
            IConversionOperation conversion => CallsIn(conversion.Operand, depth - 1),
            IAwaitOperation wait => CallsIn(wait.Operation, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => CallsIn(sum.LeftOperand, depth - 1)
                .Concat(CallsIn(sum.RightOperand, depth - 1)),
            IInterpolatedStringOperation text => text
                .Parts.OfType<IInterpolationOperation>()
                .SelectMany(hole => CallsIn(hole.Expression, depth - 1)),
            IInvocationOperation { TargetMethod.ContainingType: { } type } call when Namespaces.IsFramework(type) =>
                ValueRoads.Makes(call)
                    ? CallsIn(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, depth - 1)
                    : Enumerable.Empty<IInvocationOperation>(),
            IInvocationOperation call => new[] { call },
            _ => Enumerable.Empty<IInvocationOperation>(),
        };
    }

    private static bool BecomesText(IOperation operation) =>
        operation.Parent
            is IInvocationOperation { TargetMethod.Name: not "CompareTo" }
                or IInterpolationOperation
                or IPropertyReferenceOperation { Property.Name: "Ticks" or "Millisecond" }
                or IConversionOperation { Type.SpecialType: SpecialType.System_String or SpecialType.System_Object };
}
