using PolicyKit.Analyzers.Engine;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>A check, for programs: what <c>policykit check</c> does, with the result as values.</summary>
public static class PolicyCheck
{
    /// <summary>
    /// Builds what is named (a binary log is read instead), judges it, and says how it stands. Building runs the code
    /// of the projects.
    /// </summary>
    /// <exception cref="CheckException">Nothing can be said: there is nothing to check or to check by, or it does not
    /// build.</exception>
    public static async Task<CheckOutcome> RunAsync(CheckRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = CheckInputs.Read(request);
        if (given.Pack.Problems.Any(p => p.Severity == Severity.Error))
            return new CheckOutcome(
                ExitCode.InvalidPolicy,
                ValueList<Finding>.Empty,
                ValueList<Evaluation>.Empty,
                given.Pack.Problems,
                Verdict.InvalidPolicy,
                ValueList<SightItem>.Empty
            );
        var report = await ReportAsync(request, given, cancellation).ConfigureAwait(false);
        return new CheckOutcome(
            report.ExitCodeOf(),
            report.Findings.ToValueList(),
            report.Evaluations.Select(e => e.Evaluation).OfType<Evaluation>().ToValueList(),
            report.Systems.SelectMany(s => s.Pack.Problems).Distinct().ToValueList(),
            report.Verdict,
            report.Sight.Items.ToValueList()
        );
    }

    /// <exception cref="CheckException">There is nothing to check, or nothing to check by.</exception>
    internal static async Task<CheckReport> ReportAsync(
        CheckRequest request,
        CheckInputs given,
        CancellationToken cancellation
    )
    {
        var (logs, tables) = (SarifLog.Read(request.Logs), DataTables.Read(request.Tables));
        var delivery = await SystemRun.RunAsync(request, given, false, cancellation).ConfigureAwait(false);
        var systems = delivery.Systems;
        if (
            systems.All(s =>
                s.Pack.Files.All(f => f.Kind is DocumentKind.System or DocumentKind.Waivers or DocumentKind.Evidence)
            )
        )
            throw CheckException.Usage("check.no-pack");
        return new CheckReport(
            request.AsOf,
            delivery,
            SystemEvaluation.Of(systems, logs, tables, request.AsOf, isWhole: delivery.Sight.IsWhole),
            request.Language
        );
    }
}
