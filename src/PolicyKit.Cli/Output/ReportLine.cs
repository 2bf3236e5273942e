using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>
/// One finding or problem as the exchange formats (SARIF, JUnit, GitHub annotations) need it: what every command's
/// result can be turned into.
/// </summary>
/// <param name="Id">The rule or the code of the problem.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Remedy">What to do about it; null where there is nothing to advise.</param>
/// <param name="Location">Where; an empty file name when it is about the whole.</param>
/// <param name="Citation">The provisions and controls it stands on; null where it stands on none.</param>
/// <param name="Fingerprint">An identity that survives moved lines; null where there is none.</param>
/// <param name="Waiver">The waiver that covers it; null when none does.</param>
internal sealed record ReportLine(
    string Id,
    Severity Severity,
    string Message,
    string? Remedy,
    Location Location,
    string? Citation,
    string? Fingerprint,
    string? Waiver = null
)
{
    /// <summary>Further places that show how it came to be, in their order.</summary>
    public ValueList<Location> Related { get; init; } = ValueList<Location>.Empty;

    public static IEnumerable<ReportLine> Of(CheckReport report) =>
        report.Findings.Select(f =>
        {
            var citation = report.BasisOf(f).LongCitation;
            return new ReportLine(
                f.Rule.Value,
                f.Severity,
                f.Message,
                f.Remedy,
                f.Location,
                citation.Length > 0 ? citation : null,
                f.Fingerprint,
                f.Waiver?.Value
            )
            {
                Related = f.Related,
            };
        });

    /// <summary>What keeps the whole from being judged, and what is only named.</summary>
    public static IEnumerable<ReportLine> Of(Sight sight, MessageLanguage language) =>
        sight
            .Weighing.Select(i => (Item: i, Severity: Severity.Error))
            .Concat(sight.Listed.Select(i => (Item: i, Severity: Severity.Information)))
            .Select(i => new ReportLine(
                SightText.Id(i.Item),
                i.Severity,
                SightText.Of(i.Item, language),
                null,
                Location.StartOf(""),
                null,
                null
            ));

    public static ReportLine Of(Problem problem, MessageLanguage language) =>
        new(
            problem.Code,
            problem.Severity,
            Safe(problem.Message.Text(language)),
            problem.Message.Remedy(language) is { } remedy ? Safe(remedy) : null,
            problem.Location,
            null,
            null
        );

    private static string Safe(string text) => VisibleText.Of(SecretShapes.Masked(text));

    /// <summary>The sentence with its citation and its remedy.</summary>
    public string Whole => Message + Part(" 〔", Citation, "〕") + Part(" — ", Remedy, "");

    private static string Part(string before, string? text, string after) => text is null ? "" : before + text + after;
}
