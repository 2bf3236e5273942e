using NodaTime;
using PolicyKit.Checking;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>How systems stand towards another framework, for people: as text, or as a table in Markdown.</summary>
internal sealed class GapText(TextWriter output, MessageLanguage language)
{
    // A control of ten rules that did not run is told by two of them.
    private const int Told = 2;

    private static readonly GapState[] Columns =
    [
        GapState.Satisfied,
        GapState.Open,
        GapState.NotDueYet,
        GapState.Exempt,
        GapState.NotMachineCheckable,
        GapState.NotApplicable,
    ];

    /// <summary>From when a framework binds, and how many days are left.</summary>
    public static string Until(Crosswalk crosswalk, LocalDate asOf, LocalDate day, MessageLanguage language)
    {
        var left = Period.DaysBetween(asOf, day);
        var key =
            left > 0 ? "gap.until"
            : left == 0 ? "gap.today"
            : "gap.since";
        return CliException.Messages.Format(
            key,
            language,
            NameOf(crosswalk, language),
            IsoDate.Format(day),
            Math.Abs(left)
        );
    }

    public void Table(GapAnalysis gap, string name)
    {
        Head(gap, name, "");
        foreach (var item in gap.Items)
        {
            var word = item.State.Title().Text(language);
            Line($"{word}{new string(' ', Math.Max(1, Width - TextWidth.Of(word)))}{Name(item.Item)}  {Counts(item)}");
            foreach (var control in Worth(item))
                Line(
                    $"{new string(' ', Width)}  {control.Result.Control.Number} {control.Result.Control.Title}: {Why(control)}"
                );
            foreach (var remark in Remarks(item))
                Line($"{new string(' ', Width)}  {remark}");
        }

        Foot(gap, "");
    }

    public void Markdown(GapAnalysis gap, string name)
    {
        Line($"# {Cell(NameOf(gap.Crosswalk, language))}: {Cell(name)}");
        Line();
        Head(gap, name, "- ");
        Line();
        Line(
            $"| {Say("gap.item")} | {Say("gap.state")} | {string.Join(" | ", Columns.Select(s => s.Title().Text(language)))} |"
        );
        Line("|---|---|" + string.Concat(Columns.Select(_ => "--:|")));
        foreach (var item in gap.Items)
            Line(
                $"| {Cell(Name(item.Item))} | {item.State.Title().Text(language)} | {string.Join(" | ", Columns.Select(item.Count))} |"
            );
        Line();
        Line($"| {Say("gap.item")} | {Say("gap.control")} | {Say("gap.state")} | {Say("gap.evidence")} |");
        Line("|---|---|---|---|");
        foreach (var item in gap.Items)
        foreach (var control in item.Controls)
        {
            var title = Cell($"{control.Result.Control.Number} {control.Result.Control.Title}");
            var state = control.State.Title().Text(language);
            Line($"| {Cell(item.Item.Number)} | {title} | {state} | {Cell(Why(control) + Records(control))} |");
        }

        foreach (var item in gap.Items)
        foreach (var remark in Remarks(item))
            Line($"\n{Cell(item.Item.Number)}: {Cell(remark)}");

        Line();
        Foot(gap, "- ");
    }

    private int Width => language == MessageLanguage.English ? 23 : 16;

    private void Head(GapAnalysis gap, string name, string bullet)
    {
        Line(
            bullet + Say("gap.heading", NameOf(gap.Crosswalk, language), VisibleText.Of(name), IsoDate.Format(gap.AsOf))
        );
        if (gap.Crosswalk.InForceOn is { } day)
            Line(bullet + Until(gap.Crosswalk, gap.AsOf, day, language));
        Line(bullet + Say(BindingKey(gap)));
        foreach (var condition in gap.Conditions)
        {
            var english = language == MessageLanguage.English ? condition.Condition.EnglishTitle : null;
            Line($"{bullet}  {english ?? condition.Condition.Title}: {Stated(condition.Statement)}");
        }

        foreach (var scope in gap.Crosswalk.Scopes)
            Line($"{bullet}{Say("gap.scope", scope.Body, scope.Basis, Say("source-state." + scope.State))}");
        if (gap.Items.Any(i => i.IsExempt) && gap.Crosswalk.Exemption is { } exemption)
            Line(
                bullet
                    + Say(
                        "gap.exempt",
                        string.Join("、", gap.Items.Where(i => i.IsExempt).Select(i => i.Item.Number)),
                        language == MessageLanguage.English
                            ? exemption.EnglishTitle ?? exemption.Title
                            : exemption.Title
                    )
            );
        foreach (var item in gap.Items.Where(i => i.Grounds.Count > 0))
            Line(
                bullet
                    + Say(
                        "gap.grounds",
                        item.Item.Number,
                        string.Join("、", item.Grounds.Select(g => VisibleText.Of(g.Text(language))))
                    )
            );
        foreach (var item in gap.Items)
        {
            if (item.WhyNotExempt is { } whyNot)
                Line(bullet + Say("gap.not-exempt", item.Item.Number, VisibleText.Of(whyNot.Text(language))));
            foreach (
                var same in item
                    .Controls.Where(c => c.WhyNotExempt is not null)
                    .GroupBy(c => c.WhyNotExempt!.Text(language), StringComparer.Ordinal)
            )
                Line(
                    bullet
                        + Say(
                            "gap.not-exempt-controls",
                            item.Item.Number,
                            string.Join("、", same.Select(c => c.Result.Control.Number)),
                            VisibleText.Of(same.Key)
                        )
                );
        }

        if (bullet.Length == 0)
            Line();
    }

    private void Foot(GapAnalysis gap, string bullet)
    {
        if (bullet.Length == 0)
            Line();
        var open = Say(
            "gap.total",
            gap.Items.Count(i => i.State == GapState.Open),
            gap.Items.Count,
            gap.Items.SelectMany(i => i.Controls)
                .Where(c => c.State == GapState.Open)
                .Select(c => c.Result.Control.Id)
                .Distinct()
                .Count()
        );
        var exempt = gap.Items.Count(i => i.State == GapState.Exempt);
        var total = exempt == 0 ? open : Say("gap.total-exempt", open, exempt);
        Line(bullet + (gap.Binding == GapBinding.NotBound ? Say("gap.total-not-bound", total) : total));
        if (gap.Unmapped.Count > 0)
            Line(bullet + Say("gap.unmapped", string.Join(", ", gap.Unmapped)));
    }

    // A body that has stated one condition has not stated none.
    private static string BindingKey(GapAnalysis gap) =>
        gap.Binding == GapBinding.NotStated && gap.Conditions.Any(c => c.Statement is not null)
            ? "gap.binding.StatedInPart"
            : "gap.binding." + gap.Binding;

    // What is met or does not apply needs no word on a terminal; the table in Markdown holds it all.
    private static IEnumerable<GapControl> Worth(GapItem item) =>
        item.Controls.Where(c => c.State is GapState.Open or GapState.NotDueYet or GapState.Exempt);

    private string Why(GapControl control)
    {
        var result = control.Result;
        if (result.Reason is { } reason)
            return VisibleText.Of(reason.Text(language));
        var sentences = result
            .Checks.Where(c => c.State == result.State)
            .SelectMany(c => StatusReport.Deciding(c, result.State).Select(r => EvaluationSentence(c, r)))
            .Distinct()
            .ToList();
        var told = sentences.Take(Told).Prepend(result.State.Title().Text(language));
        var text = string.Join(" / ", told);
        return sentences.Count > Told ? $"{text} / {Say("gap.and-more", sentences.Count - Told)}" : text;
    }

    // What the body left out, or that nothing leads to it at all.
    private IEnumerable<string> Remarks(GapItem item)
    {
        foreach (var same in item.Excluded.GroupBy(d => (d.Reason, d.Approver)))
            yield return Say(
                "gap.excluded",
                string.Join("、", same.Select(d => $"{d.Removed!.Number} {d.Removed.Title}")),
                VisibleText.Of(same.Key.Reason ?? ""),
                VisibleText.Of(same.Key.Approver ?? "")
            );
        if (item.Excluded.Count > 0 && item.Controls.All(c => c.State == GapState.NotApplicable))
            yield return Say("gap.only-excluded");
        if (item.Controls.Count == 0 && item.Excluded.Count == 0)
            yield return Say("gap.no-control");
    }

    private string Records(GapControl control)
    {
        var records = control.Result.Checks.SelectMany(c => c.Records).Distinct().Select(r => r.Value).ToList();
        return records.Count == 0 ? "" : $" {Say("gap.records", string.Join(", ", records))}";
    }

    private string EvaluationSentence(CheckResult check, Reason reason) =>
        EvaluationFindings.Sentence(check.Check, reason, language);

    private string Stated(CrosswalkStatement? statement) =>
        statement is null
            ? Say("gap.not-stated")
            : Say(statement.Holds ? "gap.holds" : "gap.does-not-hold", statement.Reason, statement.Approver);

    private string Counts(GapItem item) =>
        string.Join(
            " ",
            Columns.Where(s => item.Count(s) > 0).Select(s => $"{s.Title().Text(language)} {item.Count(s)}")
        );

    private string Name(CrosswalkItem item) =>
        $"{item.Number} {(language == MessageLanguage.English ? item.EnglishTitle ?? item.Title : item.Title)}";

    public static string NameOf(Crosswalk crosswalk, MessageLanguage language) =>
        language == MessageLanguage.English ? crosswalk.EnglishTitle ?? crosswalk.Title : crosswalk.Title;

    private static string Cell(string text) =>
        VisibleText.Of(text).Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private void Line(string text = "") => output.Write(text + "\n");

    private string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
}
