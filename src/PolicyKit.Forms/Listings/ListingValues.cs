using System.Globalization;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Forms.Words;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Forms.Listings;

/// <summary>What the cells of a listing say, by the name of the value.</summary>
internal sealed class ListingValues(ListingSubject subject, MessageLanguage language)
{
    private readonly SecurityStandard _standard = subject.Pack.Standard!;

    /// <summary>The values of each row.</summary>
    public IEnumerable<Func<string, string>> Rows(ListingRows rows) =>
        rows.Of switch
        {
            "controls" => _standard
                .Controls.Where(c => Belongs(c, rows))
                .Select<Control, Func<string, string>>(c => name => Of(c, name)),
            "measures" => Measures().Select<MeasureKind, Func<string, string>>(m => name => Of(m, name)),
            _ => Members(rows),
        };

    private static bool Belongs(Control control, ListingRows rows) =>
        (rows.Measures.Count == 0 || rows.Measures.Contains(control.Measure))
        && (rows.Checks.Count == 0 || control.Checks.Any(c => rows.Checks.Contains(WordOf(c))));

    private static string WordOf(Check check) =>
        check switch
        {
            SourceCheck => "source",
            DeclarationCheck => "declaration",
            _ => "evidence",
        };

    private string Of(Control control, string name) =>
        name switch
        {
            "number" => control.Number,
            "title" => TitleOf(control),
            "requirement" => control.Requirement,
            "criterion" => control.Criterion,
            "obligation" => Label(control.Obligation == Obligation.Required ? "required" : "recommended"),
            "provisions" => string.Join('\n', control.Provisions.Select(Cited)),
            "sources" => string.Join(
                '\n',
                control.Sources.Select(s => $"{_standard.Find(s.Document)?.Title ?? s.Document.Value} {s.Section}")
            ),
            "evidence" => string.Join('\n', control.Checks.Select(Asked).Distinct()),
            _ => subject.Evaluation?.Find(control.Id) is { } result ? Of(result, name) : "",
        };

    private string Of(ControlResult result, string name) =>
        name switch
        {
            "state" => result.State.Title().Text(language),
            "reasons" => string.Join('\n', Reasons(result).Distinct()),
            "waivers" => string.Join('\n', Waivers(result)),
            "due" => Due(result),
            _ => throw new InvalidOperationException($"`{name}` is not a value of a listing"),
        };

    // What is met needs no reason; of what is not, everything that keeps it from being met.
    private IEnumerable<string> Reasons(ControlResult result)
    {
        if (result.Reason is { } whole)
            yield return whole.Text(language);
        if (result.State == ComplianceState.Satisfied)
            yield break;
        foreach (var check in result.Checks.Where(c => c.State == result.State))
        foreach (var reason in check.Reasons)
            yield return reason.Message.Text(language);
    }

    private IEnumerable<string> Waivers(ControlResult result) =>
        new[] { result.Waiver }
            .Concat(result.Checks.SelectMany(c => c.Findings).Select(f => f.Waiver))
            .OfType<WaiverId>()
            .Select(w => w.Value)
            .Distinct();

    private string Due(ControlResult result) =>
        result.Checks.SelectMany(c => c.Deadlines).Where(d => !d.IsDone).Select(d => (LocalDate?)d.DueOn).Min()
            is { } day
            ? IsoDate.Format(day)
            : "";

    private string Asked(Check check) =>
        check switch
        {
            SourceCheck source => FormsMessages.Catalog.Format("label.ask-source", language, source.Rule.Value),
            DeclarationCheck declaration => FormsMessages.Catalog.Format(
                "label.ask-declaration",
                language,
                language == MessageLanguage.English
                    ? declaration.EnglishExpectation ?? declaration.Expectation
                    : declaration.Expectation
            ),
            EvidenceCheck evidence => FormsMessages.Catalog.Format(
                "label.ask-evidence",
                language,
                evidence.Record.Title().Text(language)
            ),
            _ => check.Name,
        };

    private string TitleOf(Control control) =>
        language == MessageLanguage.English ? control.EnglishTitle ?? control.Title : control.Title;

    private string Cited(ProvisionId id) =>
        subject.Pack.Policy is { } policy && policy.Cite(id) is { } citation ? citation : id.Value;

    private IEnumerable<MeasureKind> Measures() =>
        MeasureKindExtensions.ByName.Values.Where(m => _standard.Controls.Any(c => c.Measure == m));

    private string Of(MeasureKind measure, string name)
    {
        var id = measure.ProvisionId();
        var results = subject.Evaluation?.Controls.Where(c => c.Control.Measure == measure).ToList() ?? [];
        return name switch
        {
            "provisions" => Cited(id),
            "measure" => subject.Evaluation?.Find(id)?.Provision.Heading ?? id.Value,
            "controls" => Count(results.Count),
            "breaches" => Count(results.Count(r => r.State.Standing() == ComplianceStanding.Breach)),
            "open" => Count(results.Count(r => r.State.Standing() == ComplianceStanding.OpenWork)),
            _ => throw new InvalidOperationException($"`{name}` is not a value of a listing"),
        };
    }

    private IEnumerable<Func<string, string>> Members(ListingRows rows)
    {
        var form = FormCatalog.All.First(f => f.Kind == rows.Kind && f.Sheets[0].Path == rows.Table);
        return form.Sheets[0]
            .Fields.Select<FormField, Func<string, string>>(f =>
                name => name == "item" ? Titles.Of(f, language) : f.Help.In(language)
            )
            .Concat(
                rows.More.Select<BilingualText, Func<string, string>>(m => name => name == "item" ? m.In(language) : "")
            );
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Label(string key) => FormsMessages.Label(key, language);
}
