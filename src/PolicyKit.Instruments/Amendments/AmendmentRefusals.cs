using PolicyKit.Calendar;
using PolicyKit.Instruments.Comparison;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>What a careful drafter gives back instead of writing an amendment of it.</summary>
internal static class AmendmentRefusals
{
    /// <param name="old">The old text.</param>
    /// <param name="now">The new text.</param>
    /// <param name="isWhole">Whether the new text stands in the place of the whole old one.</param>
    public static IEnumerable<LocalizedMessage> Of(LegalText old, LegalText now, bool isWhole) =>
        isWhole
            ? Numbers(now.Articles)
            : Front(old, now)
                .Concat(Chapters(old, now))
                .Concat(Numbers(now.Articles))
                .Concat(Widths(old, now))
                .Concat(Supplements(old, now))
                .Concat(References(old, now));

    // 前文, 制定文 and what else stands before the first provision.
    private static IEnumerable<LocalizedMessage> Front(LegalText old, LegalText now)
    {
        var isAdded = old.Beside.Exists(IsPreamble) != now.Beside.Exists(IsPreamble);
        if (isAdded || !Said(old).SequenceEqual(Said(now), StringComparer.Ordinal))
            yield return InstrumentMessages.Catalog.Message("amendment.front");

        static IEnumerable<string> Said(LegalText text) =>
            (text.Policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
                .Where(l => l.Role is FrontRole.Enactment or FrontRole.Other or FrontRole.Promulgation)
                .Select(l => ProvisionKinds.Bare(l.Text ?? ""));
    }

    private static bool IsPreamble(LegalNode node) => node.Label == "前文";

    // 第１節 of two chapters: the number alone does not say which one.
    private static IEnumerable<LocalizedMessage> Chapters(LegalText old, LegalText now)
    {
        var labels = old.Groups.ConvertAll(g => g.Label);
        var isAmbiguous = labels.Distinct().Count() < labels.Count;
        var before = old.Groups.Select(g => (g.Label, g.Heading));
        var isSame = before.SequenceEqual(now.Groups.Select(g => (g.Label, g.Heading)));
        // With its sections a chapter goes as a whole, which nothing here says.
        var hasSections = old.Groups.Concat(now.Groups).Any(g => g.Group is not null);
        var isRebuilt = !old.Groups.Select(g => g.Label).SequenceEqual(now.Groups.Select(g => g.Label));
        if (isAmbiguous && (!isSame || old.Articles.Count != now.Articles.Count) || hasSections && isRebuilt)
            yield return InstrumentMessages.Catalog.Message("amendment.sections");
    }

    // 第５条 twice, or 第７条 nowhere: nobody can say which one is meant.
    private static IEnumerable<LocalizedMessage> Numbers(List<LegalNode> articles)
    {
        foreach (var twice in articles.GroupBy(a => a.Label).Where(g => g.Count() > 1))
            yield return InstrumentMessages.Catalog.Message("amendment.number-twice", twice.Key);
        var last = 0;
        foreach (var article in articles.Where(a => a.Values.Count > 0))
        {
            if (article.Values[0] > last + 1)
                yield return InstrumentMessages.Catalog.Message("amendment.number-missing", last + 1, article.Label);
            var number = PrintedNumber.Parse(article.Label);
            last = Math.Max(last, number is { IsRange: true } ? number.Last[0] : article.Values[0]);
        }
    }

    // 1 that became １ is another way to type the same text.
    private static IEnumerable<LocalizedMessage> Widths(LegalText old, LegalText now)
    {
        var differ = PolicyDiff.Of(old.Policy, now.Policy).Rows.Count(r => r.Changes.Contains(ChangeKind.Notation));
        if (differ > 0)
            yield return InstrumentMessages.Catalog.Message("amendment.notation", differ);
    }

    // 附則 of an earlier amendment belongs to that amendment; a day that has come does not change.
    private static IEnumerable<LocalizedMessage> Supplements(LegalText old, LegalText now)
    {
        var before = old.Beside.FindAll(n => n.Level == LegalLevel.Supplementary);
        var after = now.Beside.FindAll(n => n.Level == LegalLevel.Supplementary);
        if (after.Count < before.Count)
            yield return InstrumentMessages.Catalog.Message("amendment.supplement-gone");
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            if (AmendmentContent.IsSame(before[i], after[i]))
                continue;
            var title = before[i].Lines.FirstOrDefault()?.Trim() ?? "附則";
            if (i > 0)
                yield return InstrumentMessages.Catalog.Message("amendment.supplement-of-another", title);
            else if (JapaneseText.Fold(Day(before[i])) != JapaneseText.Fold(Day(after[i])))
                yield return InstrumentMessages.Catalog.Message("amendment.day-rewritten", Day(before[i]));
        }
    }

    private static string Day(LegalNode supplementary) =>
        supplementary
            .SelfAndBeneath()
            .Select(n => n.Text)
            .FirstOrDefault(t => t.EndsWith("から施行する。", StringComparison.Ordinal))
        ?? "";

    // 第５条 that is 第４条 now, and still is called 第５条.
    private static IEnumerable<LocalizedMessage> References(LegalText old, LegalText now)
    {
        var pairs = ProvisionPairs.Of(old.Policy, now.Policy);
        var lacking = ProvisionReferences.Find(old.Policy).SelectMany(r => r.Missing).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in ProvisionReferences.Find(now.Policy))
        foreach (var missing in reference.Missing.Where(m => !lacking.Contains(m)))
            yield return InstrumentMessages.Catalog.Message(
                "amendment.reference-missing",
                now.Policy.Cite(reference.From) ?? "",
                missing
            );
        var before = ProvisionReferences.Find(old.Policy).ToLookup(r => (r.From, r.Text));
        foreach (var after in ProvisionReferences.Find(now.Policy).GroupBy(r => (r.From, r.Text)))
        {
            var (from, text) = after.Key;
            if (pairs.OldOf(now.Policy.Find(from)!) is not { } was)
                continue;
            var (one, other) = (before[(was.Id, text)].ToList(), after.ToList());
            if (one.Count == other.Count && one.Zip(other).Any(r => IsAnother(r.First, r.Second, old.Policy, pairs)))
                yield return InstrumentMessages.Catalog.Message(
                    "amendment.reference",
                    now.Policy.Cite(from) ?? "",
                    text,
                    string.Join('、', one[0].To.Select(t => old.Policy.Cite(t)))
                );
        }
    }

    private static bool IsAnother(
        ProvisionReference old,
        ProvisionReference now,
        SecurityPolicy policy,
        ProvisionPairs pairs
    ) =>
        old.To.Count > 0
        && !old.Text.Contains("各号", StringComparison.Ordinal)
        && !old.To.Select(t => policy.Find(t) is { } target ? pairs.NewOf(target)?.Id : null).SequenceEqual(now.To);
}
