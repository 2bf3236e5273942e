using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK2006_ClassAboveSystem() : PolicyRule("PK2006", MeasureKind.Assets, Severity.Error)
{
    private static readonly ParameterId Attributes = ParameterId.Parse("classification.attributes");

    /// <inheritdoc/>
    public override ValueList<ParameterId> Parameters => ValueList.Create(Attributes);

    private protected override void Start(RuleContext rule)
    {
        // What handles no declared asset is told so elsewhere: here there is nothing to compare with.
        if (rule.Policy.Pack.System?.Assets.Items() is not { Count: > 0 } assets)
            return;
        var highest = assets.Max(a => (int)a.Confidentiality + 1);
        var classes = new Classifications(rule.Compilation, rule.Values(Attributes));
        rule.RegisterAttributes(context =>
        {
            if (
                classes.CanClassify(context.Attribute)
                && context.Model.GetSymbolInfo(context.Attribute, context.CancellationToken).Symbol?.ContainingType
                    is { } type
                && classes.RankOf(type) is var rank
                && rank > highest
            )
                context.Report(
                    context.Attribute,
                    "PK2006",
                    Classifications.NameOf(rank),
                    Classifications.NameOf(highest)
                );
        });
    }
}
