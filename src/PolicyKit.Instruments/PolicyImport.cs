using NodaTime;
using PolicyKit.Instruments.Identification;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;
using PolicyKit.Instruments.Structure;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments;

/// <summary>
/// Makes a policy of a printed text. A pure function: what the text does not say is asked for, and every line of the
/// source is in the result or in the report.
/// </summary>
internal static class PolicyImport
{
    private static readonly string[] ShortTitles =
    [
        "基本方針",
        "ポリシー",
        "規程",
        "規則",
        "要綱",
        "要領",
        "訓令",
        "条例",
        "基準",
        "方針",
    ];

    public static ImportResult Import(SourceText source, ImportOptions options)
    {
        var outline = StructureReader.Read(source);
        var front = FrontMatter.Read(outline, source);
        var ids = IdProposals.For(outline.Roots);
        var notes = source.Notes.Select(n => new ImportNote(null, n, true)).ToList();
        var policy = Made(source, outline, front, ids, options, notes);
        var text = policy is null ? "" : PolicyText.Render(policy);
        var kept = Math.Min(source.Characters, text.Count(c => !char.IsWhiteSpace(c)));
        notes.AddRange(ImportReport.Of(outline, front, ids, policy));
        return new ImportResult(policy, notes, source.Characters, kept, policy is not null && text == source.Joined);
    }

    private static SecurityPolicy? Made(
        SourceText source,
        Outline outline,
        FrontMatter front,
        IReadOnlyDictionary<Draft, Proposal> ids,
        ImportOptions options,
        List<ImportNote> notes
    )
    {
        var provisions = new ProvisionMaker(ids).Make(outline.Roots);
        var title = options.Title ?? front.Title;
        var (date, printed) = Adopted(front, provisions, options);
        var body =
            options.Body
            ?? front.Body
            ?? BodyIn(title)
            ?? front.NumberedBody
            ?? BodyIn(provisions)
            ?? SchoolBoardIn(title);
        if (body is null && AnyoneIn(title) is { } anyone)
        {
            body = anyone;
            notes.Add(new ImportNote(null, InstrumentMessages.Catalog.Message("import.body-guess", anyone), true));
        }

        if (provisions.Count == 0)
            notes.Add(Open("import.no-provisions"));
        if (title is null)
            notes.Add(Open("import.no-title"));
        if (body is null)
            notes.Add(Open("import.no-body"));
        if (date is null)
            notes.Add(Open("import.no-date"));
        if (provisions.Count == 0 || title is null || body is null || date is not { } day)
            return null;
        return new SecurityPolicy
        {
            Id = options.Id,
            Title = title,
            ShortTitle = ShortTitles.FirstOrDefault(t => Bare(title).EndsWith(t, StringComparison.Ordinal)) ?? title,
            Body = new Body(body, ShortName(provisions), null),
            Adoption = new Adoption(day, printed),
            Revisions = RevisionHistory.Of(provisions, front.Amendments, day, notes),
            AdoptingOrgans = front.Numbers.Select(n => n.Organ).OfType<string>().Distinct().ToValueList(),
            CitationStyle = outline.HasArticles ? CitationStyle.Article : CitationStyle.Outline,
            TableOfContents = front.Contents,
            Instrument = new Instrument
            {
                Kind = front.Kind,
                Numbers = front.Numbers.ToValueList(),
                Source = source.Format,
                Front = front.Lines(title, body, printed),
            },
            Provisions = provisions,
        };
    }

    // The marks of emphasis in Markdown are no part of a name.
    private static string Unmarked(string text) => text.Replace("**", "", StringComparison.Ordinal);

    private static ImportNote Open(string code) => new(null, InstrumentMessages.Catalog.Message(code), true);

    private static string Bare(string title) => title.Split('（', '(')[0].TrimEnd();

    // The printed day, or the day of coming into force in the first 附則.
    private static (LocalDate? Date, string Printed) Adopted(
        FrontMatter front,
        ValueList<Provision> provisions,
        ImportOptions options
    )
    {
        if (options.Adopted is { } given)
            return (given, front.Printed ?? PolicyKit.Calendar.JapaneseDate.Format(given));
        if (front.Date is { } date)
            return (date, front.Printed!);
        if (RevisionHistory.FirstDay(provisions) is { } day)
            return (day, PolicyKit.Calendar.JapaneseDate.Format(day));
        // A declaration is dated at its end.
        var closing = provisions.SelectMany(p => p.SelfAndBeneath()).LastOrDefault()?.Text;
        return closing is { Length: <= 40 } && FrontForms.DateIn(closing) is { } end ? (end, closing) : (null, "");
    }

    private static string? BodyIn(string? title) =>
        title is not null && TextPatterns.BodyInTitle().Match(title) is { Success: true } match
            ? match.Groups["body"].Value
            : null;

    private static string? AnyoneIn(string? title) =>
        title is not null && TextPatterns.AnyoneInTitle().Match(title) is { Success: true } match
            ? match.Groups["body"].Value
            : null;

    // 白砂町立学校… is issued by the board of education of the town.
    private static string? SchoolBoardIn(string? title) =>
        title is not null && TextPatterns.SchoolsInTitle().Match(title) is { Success: true } match
            ? match.Groups["body"].Value + "教育委員会"
            : null;

    private static string? BodyIn(ValueList<Provision> provisions) =>
        provisions
            .SelectMany(p => p.SelfAndBeneath())
            .Select(p => p.Text)
            .OfType<string>()
            .Select(t => TextPatterns.BodyInText().Match(Unmarked(t)))
            .FirstOrDefault(m => m.Success)
            ?.Groups["body"]
            .Value;

    private static string? ShortName(ValueList<Provision> provisions) =>
        provisions
            .SelectMany(p => p.SelfAndBeneath())
            .Select(p => p.Text)
            .OfType<string>()
            .Select(t => TextPatterns.BodyInText().Match(Unmarked(t)))
            .FirstOrDefault(m => m.Success)
            ?.Groups["alias"]
            .Value;
}
