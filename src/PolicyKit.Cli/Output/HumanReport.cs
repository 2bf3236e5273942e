using PolicyKit.Analyzers.Engine;
using PolicyKit.Calendar;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>
/// A check's findings for people: each with its place, its line and the provision it stands on; then what was
/// evaluated, and what was not.
/// </summary>
internal static class HumanReport
{
    public static void Write(CheckReport report, Terminal terminal, MessageLanguage language)
    {
        foreach (var finding in report.Findings)
            Write(finding, report, terminal, language);
        foreach (var failure in report.Failures)
        {
            terminal.Failure(CliException.Messages.Message("check.incomplete", failure), language);
            terminal.Line();
        }

        Summary(report, terminal, language);
    }

    private static void Write(Finding finding, CheckReport report, Terminal terminal, MessageLanguage language)
    {
        var basis = report.BasisOf(finding);
        terminal.Head(finding.Severity, finding.Rule.Value, finding.Message);
        if (finding.Location.File.Length > 0)
            terminal.Frame(finding.Location, finding.Excerpt);
        else
            terminal.Line($" --> {PathText.Shown(report.SystemOf(finding).Project)}");
        if (basis.LongCitation.Length > 0)
            terminal.Note(language, "basis", basis.LongCitation);
        if (basis.CitedThreats.Count > 0)
            terminal.Note(language, "threats", string.Join("  ", basis.CitedThreats));
        if (finding.Remedy is { } remedy)
            terminal.Note(language, "fix", remedy);
        if (finding.Waiver is { } waiver)
            terminal.Note(language, "waiver", $"{waiver} (policykit waivers show {waiver})");
        else if (SubjectOf(finding) is { } subject)
            terminal.Note(
                language,
                "waiver",
                $"policykit waivers new {subject}{(report.SystemOf(finding).Pack.System is { } system ? " --system " + system.Id : "")}"
            );
        terminal.Note(language, "details", $"policykit explain {finding.Rule}");
        terminal.Line();
    }

    // Rules of other tools are waived like ours over code.
    private static string? SubjectOf(Finding finding) =>
        (RuleCatalog.Find(finding.Rule)?.WaivedBy ?? WaiverSubject.Rule) switch
        {
            WaiverSubject.None => null,
            WaiverSubject.Rule => finding.Rule.Value,
            WaiverSubject.Control => finding.Controls[0].Value,
            var other => throw new InvalidOperationException($"no subject for {other}"),
        };

    // How much of how much was looked at stands first: a verdict is one over what was seen.
    private static void Looked(CheckReport report, Terminal terminal, MessageLanguage language)
    {
        string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
        var sight = report.Sight;
        terminal.Line(
            Say(
                "summary.looked",
                sight.Judged(SightKind.Project),
                sight.Of(SightKind.Project),
                sight.Judged(SightKind.Configuration),
                sight.Of(SightKind.Configuration)
            )
        );
        foreach (var item in sight.Weighing)
            terminal.Line("  " + Say("summary.weighing", SightText.Of(item, language)));
        foreach (var item in sight.Listed)
            terminal.Line("  " + Say("summary.listed", SightText.Of(item, language)));
    }

    private static string Project(CheckedSystem system, CheckReport report, MessageLanguage language)
    {
        var shown = PathText.Shown(system.Project);
        if (system.Call?.Logged is not { } logged)
            return CliException.Messages.Format("summary.project", language, shown, system.TreeCount);
        var item = report.Sight.Items.FirstOrDefault(i =>
            i.Kind == SightKind.Project && i.Path == shown && i.Framework == logged.Framework
        );
        return CliException.Messages.Format(
            "summary.compilation",
            language,
            shown,
            system.TreeCount,
            logged.Configuration,
            logged.Framework,
            item?.Constants ?? ""
        );
    }

    private static void Summary(CheckReport report, Terminal terminal, MessageLanguage language)
    {
        string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
        Looked(report, terminal, language);
        var japanese = JapaneseDate.Format(report.AsOf);
        terminal.Line(Say("summary.as-of", IsoDate.Format(report.AsOf), japanese));
        foreach (var file in report.Systems.SelectMany(s => s.Pack.Files).DistinctBy(f => f.Path))
            terminal.Line($"  {Say("kind." + (file.Kind?.Name() ?? "unknown"))}: {file.Path} (SHA-256 {file.Sha256})");
        foreach (var system in report.Systems)
            terminal.Line("  " + Project(system, report, language));
        foreach (var generator in report.Systems.SelectMany(s => s.Generators).Where(g => !g.IsOfSdk).Distinct())
            terminal.Line("  " + Say("summary.generator", PathText.Shown(generator.Path), generator.Sha256));
        FallbackText.Write(report.Pack, terminal, language);
        terminal.Line(Say("summary.judged", report.RulesJudged.Count, string.Join(", ", report.RulesJudged)));
        terminal.Line(
            Say(
                "summary.controls",
                string.Join(
                    language == MessageLanguage.English ? ", " : "、",
                    Enum.GetValues<ComplianceState>()
                        .Reverse()
                        .Where(s => report.ControlsIn(s) > 0)
                        .Select(s => $"{s.Title().Text(language)} {report.ControlsIn(s)}")
                )
            )
        );
        if (report.RulesNotJudged.Count > 0)
            terminal.Line(Say("summary.rules-not-judged", string.Join(", ", report.RulesNotJudged)));
        if (report.Waived > 0)
            terminal.Line(Say("summary.waived", report.Errors + report.Waived, report.Errors, report.Waived));
        terminal.Line(
            Say(
                report.ExitCodeOf() switch
                {
                    ExitCode.Conforms => "summary.conforms",
                    ExitCode.Violations => "summary.violations",
                    ExitCode.UnreadableDeliverable => report.Sight.IsWhole
                        ? "summary.unreadable"
                        : "summary.not-judged",
                    _ => "summary.invalid",
                },
                report.Errors,
                report.Warnings
            )
        );
    }
}
