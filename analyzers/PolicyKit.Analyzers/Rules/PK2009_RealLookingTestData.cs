using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Topics.TestData;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK2009_RealLookingTestData() : PolicyRule("PK2009", MeasureKind.Assets, Severity.Warning)
{
    private static readonly ParameterId Places = ParameterId.Parse("test-data.places");
    private static readonly ParameterId Names = ParameterId.Parse("test-data.names");
    private static readonly ParameterId Others = ParameterId.Parse("test-data.other-names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Places, Names, Others);

    /// <inheritdoc/>
    public override bool PointsAtSecrets => true;

    private protected override void Start(RuleContext rule)
    {
        var code = new TestOrSeedCode(rule.Values(Places));
        var names = new DataNames(rule.Values(Names), rule.Values(Others));
        rule.RegisterTexts(
            (value, context) =>
            {
                if (MayHoldData(value.Text) && code.Holds(context))
                    Judge(context, value.Origin, value.Text, names.Of(context.Operation));
            }
        );
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    context.Operation.ConstantValue
                        is { HasValue: true, Value: long and >= 100_000_000_000 and var number }
                    && names.Of(context.Operation) == "number"
                    && code.Holds(context)
                )
                    Judge(context, context.Operation.Syntax, number.ToString(), "number");
            },
            OperationKind.Literal
        );
    }

    private static void Judge(OperationContext context, SyntaxNode place, string text, string? name)
    {
        if (name == DataNames.Other)
            return;
        if (name is null or "number" && PersonalDataShapes.HoldsIndividualNumber(text, name == "number"))
            context.ReportAspect(place, "number", "PK2009.number");
        if (name is null or "phone" && PersonalDataShapes.HoldsPhone(text, name == "phone"))
            context.ReportAspect(place, "phone", "PK2009.phone");
        if (name is null or "address" && PersonalDataShapes.HoldsAddress(text, name == "address"))
            context.ReportAspect(place, "address", "PK2009.address");
    }

    private static bool MayHoldData(string text) => text.Length <= 20_000 && text.Any(char.IsDigit);
}
