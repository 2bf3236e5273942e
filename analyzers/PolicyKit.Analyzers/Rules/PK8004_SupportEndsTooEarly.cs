using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK8004_SupportEndsTooEarly()
    : PolicyRule("PK8004", MeasureKind.Outsourcing, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Ends = ParameterId.Parse("support.ends");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Ends);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Policy.Pack.System is not { } system)
            return;
        var ends = new SupportEnds(rule.Values(Ends));
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (product, part) in ends.UsedBy(end.Compilation))
                if (product.EndsOn < system.Operation.Until && !HasPlan(system, product))
                    end.ReportAspect(
                        Microsoft.CodeAnalysis.Location.None,
                        product.Name,
                        "PK8004",
                        product.Name,
                        part,
                        IsoDate.Format(product.EndsOn),
                        IsoDate.Format(system.Operation.Until)
                    );
        });
    }

    // What is done when support ends is declared with the software.
    private static bool HasPlan(SystemDeclaration system, SupportedProduct product) =>
        system
            .Software.Items()
            .Any(s =>
                !string.IsNullOrWhiteSpace(s.SupportPlan)
                && product.Names.Any(name => RegisterNames.Holds(s.Name + " " + s.Version, name))
            );
}
