using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6503_ForgeableForm()
    : PolicyRule("PK6503", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private protected override void Start(RuleContext rule)
    {
        if (AuthorizationModel.Of(rule) is not { } model)
            return;
        var forms = new ForgeableForms(rule, model);
        forms.Register();
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, endpoint) in forms.Found())
                end.Report(place, "PK6503", endpoint);
        });
    }
}
