using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Instruments.Structure;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Identification;

/// <summary>
/// Proposes ids: canonical ones where a heading or the words of a text speak for them, each once, the surest first; and
/// for all others the body's own, from their kind and number.
/// </summary>
internal sealed partial class IdProposals
{
    private readonly Dictionary<Draft, Proposal> _proposals = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Draft> _all;

    private IdProposals(IReadOnlyList<Draft> roots)
    {
        _all = [.. roots.SelectMany(All)];
        // A section that is only guessed at may hold what is certain beneath it.
        Confidence[] order = [Confidence.Certain, Confidence.Likely, Confidence.Guess];
        foreach (var confidence in order.Concat(order))
        foreach (var draft in _all)
            Propose(draft, confidence);
        OwnIds(roots, "");
    }

    public static IReadOnlyDictionary<Draft, Proposal> For(IReadOnlyList<Draft> roots) =>
        new IdProposals(roots)._proposals;

    private static IEnumerable<Draft> All(Draft draft) => draft.Children.SelectMany(All).Prepend(draft);

    private void Propose(Draft draft, Confidence confidence)
    {
        if (_proposals.ContainsKey(draft) || IsApart(draft))
            return;
        var above = CanonicalAbove(draft);
        foreach (var entry in CanonicalLexicon.Entries)
        {
            if (
                _used.Contains(entry.Id)
                || !IsPlace(entry, above, draft, confidence)
                || !Means(entry, draft, confidence)
            )
                continue;
            _used.Add(entry.Id);
            _proposals.Add(draft, new Proposal(ProvisionId.Parse(entry.Id), confidence));
            return;
        }
    }

    private static bool IsApart(Draft draft)
    {
        for (var at = draft; at is not null; at = at.Parent)
            if (at.Form is "apart" or "preamble")
                return true;
        return draft.Kind == ProvisionKind.Note;
    }

    private string? CanonicalAbove(Draft draft)
    {
        for (var at = draft.Parent; at is not null; at = at.Parent)
            if (_proposals.TryGetValue(at, out var proposal))
                return proposal.Id.Value;
        return null;
    }

    // A section stands beneath no other; a measure may be an article of its own.
    private static bool IsPlace(CanonicalEntry entry, string? above, Draft draft, Confidence confidence)
    {
        if (entry.Beneath is null)
            return above is null
                && !IsOther(entry, draft)
                && (draft.Heading is not null || confidence == Confidence.Guess);
        if (entry.Beneath == above)
            return true;
        return entry.Beneath == Taxonomy.Measures.Value
            && above is null
            && draft.Heading is not null
            && confidence != Confidence.Guess;
    }

    // 第2章 対策基準 is the standard itself, not the section that orders one; a chapter is none of the ten sections but
    // the measures.
    private static bool IsOther(CanonicalEntry entry, Draft draft) =>
        entry.Id != Taxonomy.Measures.Value && Enum.TryParse<ProvisionKind>(draft.Form, out _);

    private static bool Means(CanonicalEntry entry, Draft draft, Confidence confidence)
    {
        var heading = Bare(draft.Heading ?? Term(draft.Text) ?? "");
        return confidence switch
        {
            Confidence.Certain => heading.Length > 0 && entry.Headings.Any(h => Bare(h) == heading),
            Confidence.Likely => draft.Heading is not null
                && entry.Headings.Any(h => h.Length > 2 && heading.Contains(Bare(h), StringComparison.Ordinal)),
            _ => draft.Text is { } text
                && entry.Words.Any(w => w.Split('&').All(part => text.Contains(part, StringComparison.Ordinal))),
        };
    }

    // 「ネットワーク」とは、… / ネットワーク　…
    private static string? Term(string? text) =>
        text is not null && TermAtStart().Match(text) is { Success: true } m ? m.Groups["term"].Value : null;

    private static string Bare(string text) => Brackets().Replace(ProvisionKinds.Bare(JapaneseText.Fold(text)), "");

    private void OwnIds(IReadOnlyList<Draft> siblings, string above)
    {
        // イ is 1 among イロハ and 2 among アイウ.
        foreach (var list in siblings.GroupBy(d => d.Form))
        {
            var drafts = list.ToList();
            var numbers = Numbering.Read(drafts.ConvertAll(d => d.Number ?? ""));
            for (var i = 0; i < drafts.Count; i++)
                OwnId(drafts[i], numbers[i], above);
        }

        foreach (var draft in siblings)
            OwnIds(draft.Children, _proposals[draft].Id.Value + ".");
    }

    private void OwnId(Draft draft, PrintedNumber? number, string above)
    {
        if (_proposals.ContainsKey(draft))
            return;
        var values = number is null ? "" : "-" + string.Join('-', number.Values);
        var id = ProvisionId.Parse(Free(above + Word(draft) + values));
        _proposals.Add(draft, new Proposal(id, Confidence.Own));
    }

    private string Free(string wanted)
    {
        var (id, count) = (wanted, 1);
        while (!_used.Add(id))
            id = $"{wanted}-{(++count).ToString(CultureInfo.InvariantCulture)}";
        return id;
    }

    private static string Word(Draft draft) =>
        draft.Kind switch
        {
            ProvisionKind.Note => "note",
            ProvisionKind.Paragraph => "paragraph",
            ProvisionKind.Table => "table",
            ProvisionKind.Preamble => "preamble",
            ProvisionKind.Form => "form",
            ProvisionKind.Supplementary => "supplementary",
            _ => draft.Form switch
            {
                "第#条" => "article",
                "Part" or "Chapter" or "Section" or "Subsection" or "Division" => draft.Form.ToLowerInvariant(),
                "" => "paragraph",
                "#" when draft.Parent?.Form is "第#条" or "apart" => "paragraph",
                "#" or "#-#" or "#.#" or "第#" => "section",
                _ => "item",
            },
        };

    [GeneratedRegex(@"[（(][^）)]*[）)]|[「」]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^「?(?<term>[^\s　「」、。]{1,30}?)(?:」(?:とは)?|とは|[\s　])")]
    private static partial Regex TermAtStart();
}
