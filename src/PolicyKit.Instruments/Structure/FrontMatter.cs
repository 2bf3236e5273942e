using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// What stands before the first provision: the title, the numbers, the dates, the body, and the lines themselves.
/// </summary>
internal sealed partial class FrontMatter
{
    private readonly List<FrontLine> _lines = [];
    private readonly List<InstrumentNumber> _numbers = [];

    public string? Title { get; private set; }

    public string? Body { get; private set; }

    /// <summary>The body that a number is of (桜沢市訓令第4号); null where no number names one.</summary>
    public string? NumberedBody { get; private set; }

    public string? Contents { get; private set; }

    public LocalDate? Date { get; private set; }

    public string? Printed { get; private set; }

    public InstrumentKind? Kind { get; private set; }

    public IReadOnlyList<InstrumentNumber> Numbers => _numbers;

    /// <summary>The lines of the amendment history.</summary>
    public List<string> Amendments { get; } = [];

    /// <summary>The lines that nothing is known of.</summary>
    public List<SourceLine> Others { get; } = [];

    public static FrontMatter Read(Outline outline, SourceText source)
    {
        var front = new FrontMatter();
        var contents = outline.Contents.ToHashSet();
        var (title, text) = FrontTitle.Find(
            outline.Front.Where(l => !contents.Contains(l.Number)),
            line => Bare(line, source.Format),
            said => source.Lines.Any(l => l.Text.Trim() == said)
        );
        front.Title = text;
        var roles = Roles(outline, source.Format, title);
        var blanks = "";
        foreach (var line in outline.Front)
        {
            if (line.IsBlank)
            {
                blanks += line.Text + "\n";
                continue;
            }

            front.Add(line, source.Format, blanks, roles[line.Number]);
            blanks = "";
        }

        if (blanks.Length > 0)
            front.KeepBlanks(blanks);
        return front;
    }

    /// <summary>The lines; one that says what the policy says elsewhere does not say it again.</summary>
    /// <param name="title">The title of the policy.</param>
    /// <param name="body">The name of the body.</param>
    /// <param name="printed">How its day of adoption is printed.</param>
    public ValueList<FrontLine> Lines(string title, string body, string printed) =>
        _lines
            .Select(line =>
            {
                var elsewhere = line.Role switch
                {
                    FrontRole.Title => title,
                    FrontRole.Body => body,
                    FrontRole.Adoption => printed,
                    FrontRole.Contents => Contents,
                    _ => null,
                };
                return line.Text is not null && line.Text == elsewhere ? line with { Text = null } : line;
            })
            .ToValueList();

    private static Dictionary<int, FrontRole> Roles(
        Outline outline,
        SourceFormat format,
        IReadOnlyList<SourceLine> title
    )
    {
        var (roles, contents) = (new Dictionary<int, FrontRole>(), outline.Contents.ToHashSet());
        var lines = outline.Front.Where(l => !l.IsBlank).ToList();
        FrontRole? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles.ContainsKey(lines[i].Number))
                continue;
            var text = Bare(lines[i].Text, format);
            var role = FrontForms.RoleOf(text);
            if (contents.Contains(lines[i].Number))
                role = lines[i].Number == outline.Contents[0] ? FrontRole.Contents : FrontRole.ContentsEntry;
            else if (title.Contains(lines[i]))
                role = FrontRole.Title;
            else if (GoesOnWithHistory(role, before, text))
                role = FrontRole.History;
            roles[lines[i].Number] = role;
            before = role;
            if (role == FrontRole.Other && Sentence.From(lines, i) is { } sentence)
                SetRoles(roles, lines, i, sentence);
        }

        return roles;
    }

    // A sentence over several lines that enacts: all of them do.
    private static void SetRoles(Dictionary<int, FrontRole> roles, List<SourceLine> lines, int from, Sentence sentence)
    {
        if (FrontForms.RoleOfSentence(sentence.Text) is not { } role)
            return;
        for (var i = from; i < from + sentence.Lines; i++)
            roles[lines[i].Number] = role;
    }

    // 改正　平成25年… and beneath it the next amendment; 改定履歴 and beneath it a table.
    private static bool GoesOnWithHistory(FrontRole role, FrontRole? before, string text) =>
        before == FrontRole.History
        && (
            role == FrontRole.Adoption
            || (role == FrontRole.Other && (FrontForms.DateIn(text) is not null || HistoryHead().IsMatch(text)))
        );

    private static string Bare(string text, SourceFormat format) => text[Lead(format).Match(text).Length..].Trim();

    private void KeepBlanks(string blanks)
    {
        if (_lines.Count == 0)
        {
            _lines.Add(new FrontLine(FrontRole.Other, null, "{text}" + blanks));
            return;
        }

        var last = _lines[^1];
        _lines[^1] = last with { Layout = (last.Layout ?? "{text}\n") + blanks };
    }

    private void Add(SourceLine line, SourceFormat format, string blanks, FrontRole role)
    {
        var lead = Lead(format).Match(line.Text).Value;
        var text = line.Text[lead.Length..].TrimEnd();
        // A mark with nothing behind it is what the line says.
        if (text.Length == 0)
            (lead, text) = ("", line.Text.TrimEnd());
        var trail = line.Text[(lead.Length + text.Length)..];
        Keep(role, text, line);
        var layout = ProvisionLayout.Escape(blanks + lead) + "{text}" + trail + "\n";
        _lines.Add(new FrontLine(role, text, layout == "{text}\n" ? null : layout));
    }

    private void Keep(FrontRole role, string text, SourceLine line)
    {
        switch (role)
        {
            case FrontRole.History:
                Amendments.Add(text);
                break;
            case FrontRole.Body:
                Body ??= text;
                break;
            case FrontRole.Contents:
                Contents ??= text;
                break;
            case FrontRole.Other:
                Others.Add(line);
                break;
            case FrontRole.Adoption or FrontRole.Number:
                KeepNumber(text);
                KeepDate(role, text);
                break;
            default:
                break;
        }
    }

    private void KeepDate(FrontRole role, string text)
    {
        if (role == FrontRole.Adoption && Date is null && FrontForms.DateIn(text) is { } date)
            (Date, Printed) = (date, text);
    }

    private void KeepNumber(string text)
    {
        if (FrontForms.NumberIn(text) is not { } found)
            return;
        _numbers.Add(new InstrumentNumber(found.Number, found.Organ));
        NumberedBody ??= FrontForms.BodyOf(found.Organ);
        Kind ??= FrontForms.KindOf(found.Kind);
    }

    private static Regex Lead(SourceFormat format) => format == SourceFormat.Markdown ? MarkdownLead() : PlainLead();

    [GeneratedRegex(@"^[\s　]*(?:#{1,6}\s+|[-*+]\s+|<[A-Za-z][^>]*>\s*)*(?:[○◯](?![○◯])|[●◎])?[\s　]*")]
    private static partial Regex MarkdownLead();

    [GeneratedRegex(@"^[\s　]*(?:[○◯](?![○◯])|[●◎])?[\s　]*")]
    private static partial Regex PlainLead();

    [GeneratedRegex(@"^版(?:数)?[\s　]")]
    private static partial Regex HistoryHead();
}
