using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Reading;

namespace PolicyKit.Policies;

/// <summary>
/// Oddities in the text of a policy itself. All are warnings: the text is official and stays as it is; people decide.
/// </summary>
public static class PolicyLints
{
    private static readonly ValueList<string> GuidelineTerms = EmbeddedData.Read(
        "guideline-terms.data.json",
        ReadTerms
    );

    /// <summary>All oddities, in the order of the text.</summary>
    public static ValueList<Problem> Check(SecurityPolicy policy, SourceDocument source)
    {
        var context = new ReadContext(source ?? throw new ArgumentNullException(nameof(source)));
        var places = new List<Place>();
        Collect((policy ?? throw new ArgumentNullException(nameof(policy))).Provisions, "/provisions", places);
        UnusedTerms(policy, places, context);
        UndefinedTerms(policy, places, context);
        RepeatedSentences(policy, places, context);
        DanglingReferences(policy, places, context);
        NumberingGaps(policy, places, context);
        NoSuchDays(policy, places, context);
        return context.Result(policy).Problems;
    }

    private static void UnusedTerms(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        foreach (var definition in policy.Definitions)
        {
            var longer = policy
                .Definitions.Select(d => d.Term)
                .Where(t => t != definition.Term && t.Contains(definition.Term))
                .ToList();
            var used = places
                .Where(p => p.Provision.Id != definition.Provision.Id)
                .SelectMany(p => new[] { p.Provision.Text, p.Provision.Heading })
                .OfType<string>()
                .Any(text => longer.Aggregate(text, (t, l) => t.Replace(l, "")).Contains(definition.Term));
            if (!used)
                Warn(context, "lint.unused-term", At(places, definition.Provision.Id) + "/heading", definition.Term);
        }
    }

    private static void UndefinedTerms(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        var aliases = places
            .Select(p => p.Provision.Text)
            .OfType<string>()
            .SelectMany(t => Regex.Matches(t, "以下「(?<alias>[^」]+)」").Cast<Match>())
            .Select(m => m.Groups["alias"].Value);
        var defined = new HashSet<string>(
            policy.Definitions.Select(d => d.Term).Concat(aliases),
            StringComparer.Ordinal
        );
        foreach (var term in GuidelineTerms.Where(t => !defined.Contains(t)))
            if (places.FirstOrDefault(p => p.Provision.Text?.Contains(term) == true) is { } first)
                Warn(context, "lint.undefined-term", first.Pointer + "/text", term, Cite(policy, first.Provision.Id));
    }

    private static void RepeatedSentences(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        foreach (var (later, earlier) in RepeatedSentence.Find(places.Select(p => p.Provision)))
            Warn(
                context,
                "lint.repeated-sentence",
                At(places, later.Provision.Id) + "/text",
                Cite(policy, earlier.Provision.Id),
                Shorten(later.Text)
            );
    }

    private static void NoSuchDays(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        foreach (var place in places)
        foreach (var (member, text) in new[] { ("/heading", place.Provision.Heading), ("/text", place.Provision.Text) })
        foreach (var wrong in JapaneseDate.Wrong(text ?? "", policy.Adoption.Date))
            Warn(context, "lint.no-such-day", place.Pointer + member, wrong);
    }

    private static void DanglingReferences(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        foreach (var reference in ProvisionReferences.Find(policy))
        foreach (var missing in reference.Missing)
            Number(context, "lint.dangling-reference", At(places, reference.From) + "/text", reference.Text, missing);
    }

    private static void NumberingGaps(SecurityPolicy policy, List<Place> places, ReadContext context)
    {
        var paths = ProvisionStep.All(policy.Provisions).ToList();
        // Articles run on through chapters; those of each 附則 are counted for themselves.
        var articles = paths.Where(p => p[p.Length - 1].Kind is ProvisionKind.Article or ProvisionKind.Deleted);
        var series = articles
            .GroupBy(p => p.FirstOrDefault(s => ProvisionKinds.IsApart(s.Kind))?.Provision.Id)
            .Select(g => g.Select(p => p[p.Length - 1]).ToList())
            .ToList();
        var others = paths.Where(p => p[p.Length - 1].Kind is not (ProvisionKind.Article or ProvisionKind.Deleted));
        series.AddRange(
            others
                .GroupBy(p => (p.Length > 1 ? p[p.Length - 2].Provision.Id : null, p[p.Length - 1].Kind))
                .Select(g => g.Select(p => p[p.Length - 1]).ToList())
        );
        var gaps = new List<(string Pointer, string Printed, string Expected)>();
        var (pathsById, pointers) = (
            new Dictionary<ProvisionId, ProvisionStep[]>(),
            new Dictionary<ProvisionId, string>()
        );
        foreach (var path in paths)
            pathsById[path[path.Length - 1].Provision.Id] = path;
        foreach (var place in places)
            pointers[place.Provision.Id] = place.Pointer;
        var ends = new Dictionary<ProvisionKind, PrintedNumber?>();
        foreach (var siblings in series)
        {
            var parent = pathsById[siblings[0].Provision.Id];
            var isSecond =
                siblings[0].Kind == ProvisionKind.Paragraph
                && parent.Length > 1
                && parent[parent.Length - 2].IsFirstParagraph;
            // The text of the article itself is its first paragraph.
            var offset = isSecond ? 1 : 0;
            // What is printed may be a part of an instrument.
            var startsAnywhere = siblings[0].Kind is ProvisionKind.Article or ProvisionKind.Deleted;
            var numbers = Numbering.Read(siblings.Select(s => s.Provision.Number ?? "").ToList());
            if (parent.Length > 1 && ProvisionKinds.IsGroup(parent[parent.Length - 2].Kind))
            {
                startsAnywhere |= GoesOn(ends, siblings[0].Kind, numbers);
                ends[siblings[0].Kind] = numbers.LastOrDefault(n => n is not null);
            }

            var all = Enumerable.Repeat<PrintedNumber?>(null, offset).Concat(numbers).ToList();
            foreach (var (index, expected) in Numbering.Gaps(all, startsAnywhere))
            {
                var provision = siblings[index - offset].Provision;
                gaps.Add((pointers[provision.Id] + "/number", provision.Number!, expected));
            }
        }

        foreach (var (pointer, printed, expected) in gaps)
            Number(context, "lint.numbering-gap", pointer, printed, expected);
    }

    // 第3 in the second chapter goes on from 第2 in the first.
    private static bool GoesOn(
        Dictionary<ProvisionKind, PrintedNumber?> ends,
        ProvisionKind kind,
        ValueList<PrintedNumber?> numbers
    ) =>
        ends.TryGetValue(kind, out var last)
        && last is not null
        && Numbering.Gaps(new[] { last, numbers[0] }, startsAnywhere: true).Count == 0;

    private static string Shorten(string text) => text.Length <= 30 ? text : text.Substring(0, 30) + "…";

    private static string Cite(SecurityPolicy policy, ProvisionId id) => policy.Cite(id) ?? id.Value;

    private static void Warn(ReadContext context, string code, string pointer, params object[] arguments) =>
        context.Add(ProblemFamily.Content, Severity.Warning, code, context.Source.LocationOf(pointer), arguments);

    private static void Number(ReadContext context, string code, string pointer, params object[] arguments) =>
        context.Add(ProblemFamily.Numbering, Severity.Warning, code, context.Source.LocationOf(pointer), arguments);

    private static string At(List<Place> places, ProvisionId id) => places.First(p => p.Provision.Id == id).Pointer;

    private static void Collect(ValueList<Provision> siblings, string pointer, List<Place> places)
    {
        for (var i = 0; i < siblings.Count; i++)
        {
            places.Add(new Place(siblings[i], $"{pointer}/{i}"));
            Collect(siblings[i].Provisions, $"{pointer}/{i}/provisions", places);
        }
    }

    private static ReadResult<ValueList<string>> ReadTerms(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "terms",
            (_, terms) => terms,
            Codecs.Object<string>((m, term) => m.Required("term", term, Codecs.Text))
        );

    private sealed record Place(Provision Provision, string Pointer);
}
