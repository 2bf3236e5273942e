using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6202_StrengthEndsTooEarly() : PolicyRule("PK6202", MeasureKind.Technical, Severity.Error)
{
    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        // Until when the system runs, or, when it does not say, the day that is judged.
        if ((rule.Policy.Pack.System?.Operation.Until ?? rule.Policy.EvaluationDate) is not { } end)
            return;
        var table = CryptographyTable.Default;
        rule.RegisterCryptographicUses(
            (use, context) =>
            {
                if (
                    use.KeyBits is not { } bits
                    || table.Find(use.Algorithm) is not { Status: AlgorithmStatus.Recommended } algorithm
                )
                    return;
                if (
                    table.StrengthOf(algorithm, bits) is not { } strength
                    || table.LastYearOf(strength) is not { } last
                    || last >= end.Year
                )
                    return;
                if (last == 0)
                    context.Report(use.Place, "PK6202.never", use.Algorithm, bits);
                else
                    context.Report(use.Place, "PK6202", use.Algorithm, bits, last, end.Year);
            }
        );
    }
}
