using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Documents.Reports;

/// <summary>The report as Markdown, for a pull request or the summary of a job: what is to be done comes first.</summary>
internal sealed class MarkdownReport(MessageLanguage language)
{
    private readonly StringBuilder _text = new();

    public string Write(ReportView report)
    {
        Line($"# {Say("title")}: {Cell(report.Body)}");
        Line();
        Line($"{Say("as-of")}: {report.Era.In(language)} ({report.Day}) ・ {report.Tool}");
        foreach (var system in report.Systems)
            System(system);
        return _text.ToString();
    }

    private void System(SystemView system)
    {
        Line();
        Line($"## {Cell(system.Name.In(language))}");
        Line();
        Line($"**{Cell(system.Verdict.In(language))}**");
        Line();
        if (system.Notes.Count > 0)
        {
            Line($"**{Say("not-whole")}**");
            Line();
            foreach (var note in system.Notes)
                Line($"- {Cell(note.In(language))}");
            Line();
        }

        Table(
            system.Counts.Select(c => c.Title.In(language)).ToArray(),
            [system.Counts.Select(c => $"{c.Count}").ToArray()]
        );
        foreach (var framework in system.Frameworks.Where(f => f.Left is not null))
            Line($"{Cell(framework.Title.In(language))}: {framework.InForceOn} ({framework.Left!.In(language)})\n");
        Chapters(system);
        Findings(system);
        Deadlines(system);
        foreach (var framework in system.Frameworks)
            Framework(framework);
        Controls(system);
    }

    private void Chapters(SystemView system)
    {
        Section("chapters");
        Table(
            [Say("provision"), Say("state"), Say("controls")],
            system
                .Chapters.Where(c => c.State is not null)
                .Select(c =>
                    new[]
                    {
                        $"{c.Citation} {c.Heading}",
                        c.StateTitle!.In(language),
                        string.Join(" ", c.Parts.Select(p => $"{p.Title.In(language)} {p.Count}")),
                    }
                )
        );
    }

    private void Findings(SystemView system)
    {
        Section("findings");
        Table(
            [Say("state"), "ID", Say("what"), Say("basis"), Say("file")],
            system.Findings.Select(f =>
                new[]
                {
                    f.Waiver is null ? f.SeverityTitle.In(language) : Say("waiver"),
                    f.Rule,
                    f.Message,
                    f.Basis,
                    f.Place,
                }
            )
        );
    }

    private void Deadlines(SystemView system)
    {
        Section("due");
        Table(
            [Say("day"), Say("what"), Say("role"), Say("control")],
            system.Deadlines.Select(d =>
                new[] { d.IsLate ? $"{d.Day} {Say("late")}" : d.Day, d.What.In(language), d.Role, d.Control ?? "" }
            )
        );
    }

    private void Controls(SystemView system)
    {
        Section("all-controls");
        Table(
            [Say("control"), Say("state"), Say("sources")],
            system.Controls.Select(c =>
                new[] { $"{c.Number} {c.Title.In(language)}", c.StateTitle.In(language), string.Join("; ", c.Sources) }
            )
        );
    }

    private void Framework(FrameworkView framework)
    {
        Line($"### {Cell(framework.Title.In(language))}");
        Line();
        Line(Cell(framework.Binding.In(language)));
        Line();
        Table(
            [Say("item"), Say("state"), Say("controls")],
            framework.Items.Select(i =>
                new[]
                {
                    $"{i.Number} {i.Title.In(language)}",
                    i.StateTitle.In(language),
                    string.Join(" ", i.Counts.Select(c => $"{c.Title.In(language)} {c.Count}")),
                }
            )
        );
    }

    private void Section(string key)
    {
        Line($"### {Say(key)}");
        Line();
    }

    private void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            Line(Say("none"));
            Line();
            return;
        }

        Line($"| {string.Join(" | ", head.Select(Cell))} |");
        Line(string.Concat(head.Select(_ => "|---")) + "|");
        foreach (var row in all)
            Line($"| {string.Join(" | ", row.Select(Cell))} |");
        Line();
    }

    private string Say(string key) => ReportWords.Say(key, language);

    // What means something to Markdown or to the HTML in it is written out.
    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (var c in text)
            cell.Append(
                c switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '\n' or '\r' => " ",
                    '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '!' => "\\" + c,
                    _ => c.ToString(),
                }
            );
        return cell.ToString();
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
