using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6201_UnapprovedAlgorithm() : PolicyRule("PK6201", MeasureKind.Technical, Severity.Error)
{
    private protected override void Start(RuleContext rule)
    {
        var table = CryptographyTable.Default;
        rule.RegisterCryptographicUses(
            (use, context) =>
            {
                var key = table.Find(use.Algorithm) switch
                {
                    null => "PK6201.unlisted",
                    { Status: AlgorithmStatus.Monitored } => "PK6201.monitored",
                    { Status: AlgorithmStatus.Candidate } => "PK6201.candidate",
                    _ => null,
                };
                if (key is not null)
                    context.Report(use.Place, key, use.Algorithm, table.Edition);
            }
        );
    }
}
