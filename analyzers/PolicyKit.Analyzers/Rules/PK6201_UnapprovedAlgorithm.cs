using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6201_UnapprovedAlgorithm() : PolicyRule("PK6201", MeasureKind.Technical, Severity.Error)
{
    private protected override void Start(RuleContext rule)
    {
        var table = CryptographyTable.Default;
        string? KeyOf(string algorithm) =>
            table.Find(algorithm) switch
            {
                null => "PK6201.unlisted",
                { Status: AlgorithmStatus.Monitored } => "PK6201.monitored",
                { Status: AlgorithmStatus.Candidate } => "PK6201.candidate",
                _ => null,
            };
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (
                    entry.Key is "system.web:machineKey:validation" or "system.web:machineKey:decryption"
                    && AlgorithmNames.Named(entry.Value) is { } algorithm
                    && KeyOf(algorithm) is { } key
                )
                    context.Report(entry, key, algorithm, table.Edition);
        });
        rule.RegisterCryptographicUses(
            (use, context) =>
            {
                if (KeyOf(use.Algorithm) is { } key)
                    context.Report(use.Place, key, use.Algorithm, table.Edition);
            }
        );
    }
}
