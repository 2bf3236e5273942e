using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>
/// What answers in words amount to, by a lexicon that is data (<c>statements.data.json</c>): that there is none,
/// that it
/// is not decided, that it was not done. What the lexicon does not know counts as an answer.
/// </summary>
internal static class Statements
{
    private static readonly Lazy<JsonValue> Table = new(() =>
        EmbeddedData.Open(typeof(Statements).Assembly, "statements.data.json").Text.Root
    );

    private static readonly Lazy<HashSet<string>> NoneWords = new(() => new(Words("none"), StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Open = new(() => new(Words("undecided"), StringComparer.Ordinal));
    private static readonly Lazy<string[]> Before = new(() => LongestFirst(Words("before")));
    private static readonly Lazy<string[]> Particles = new(() => LongestFirst(Words("particles")));
    private static readonly Lazy<string[]> After = new(() => LongestFirst(Words("after")));

    // What says so wherever an answer ends with it, and what says so only alone: 「持出しを行っていない」 is a good answer.
    private static readonly Lazy<string[]> Undone = new(() =>
        LongestFirst(
            Forms("acts", "actForms")
                .Concat(Forms("acts", "notYet"))
                .Concat(Forms("weakActs", "notYet"))
                .Concat(Words("undone"))
        )
    );
    private static readonly Lazy<HashSet<string>> WeaklyUndone = new(() =>
        new(Forms("weakActs", "actForms").Concat(Words("weakUndone")), StringComparer.Ordinal)
    );
    private static readonly Lazy<string[]> UndoneInReasons = new(() =>
        Undone
            .Value.Concat(WeaklyUndone.Value)
            .Concat(Forms("acts", "reasonForms"))
            .Concat(Forms("weakActs", "reasonForms"))
            .Concat(Words("reasonUndone"))
            .ToArray()
    );
    private static readonly Lazy<HashSet<string>> Days = new(() => new(Words("deeds"), StringComparer.Ordinal));

    /// <summary>Whether an answer says that there is none: 「なし」, 「特にありません」, 「対策は無し」.</summary>
    public static bool IsNone(string said) => Cores(said).Any(NoneWords.Value.Contains);

    /// <summary>Whether an answer says that it is still open: 「未定」, 「検討中のため」.</summary>
    public static bool IsUndecided(string said) => Cores(said).Any(Open.Value.Contains);

    /// <summary>Whether an answer says that what is required was not done: 「未整備」, 「まだ設定していない」.</summary>
    public static bool IsUndone(string said)
    {
        var text = WithoutEnd(Compact(said));
        return Undone.Value.Any(form => text.EndsWith(form, StringComparison.Ordinal))
            || Cores(said).Any(WeaklyUndone.Value.Contains);
    }

    /// <summary>Whether an answer is no measure, ground or plan at all.</summary>
    public static bool IsNegative(string said) => IsNone(said) || IsUndecided(said) || IsUndone(said);

    /// <summary>
    /// Of the members of a topic in which words stand for a measure: by name, the member and the value of it under
    /// which
    /// nothing has to be said.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(string Member, string Value)>>? Of(string topic) =>
        Table.Value.TryGetMember("statements", out var all) && all.TryGetMember(topic, out var members)
            ? members
                .Members()
                .ToDictionary(
                    m => m.Name,
                    m =>
                        (IReadOnlyList<(string, string)>)
                            m.Value.Members().Select(u => (u.Name, u.Value.GetString())).ToList(),
                    StringComparer.Ordinal
                )
            : null;

    /// <summary>Whether a member is the day of something that was done.</summary>
    public static bool IsDeed(string member) => Days.Value.Contains(member);

    /// <summary>
    /// Whether the reason why a topic does not apply says that what the topic is about was not done: 「部品表は未作成」.
    /// That another thing is not done, or not there, is a reason.
    /// </summary>
    public static bool Confesses(string topic, string reason)
    {
        var text = Compact(reason);
        if (Words("admissions", topic).Any(text.Contains))
            return true;
        var nouns = Words("duties", topic).Select(Compact).ToList();
        if (nouns.Count == 0)
            return false;
        return Words("excuses").Any(text.Contains)
            || UndoneInReasons.Value.Any(form => Places(text, form).Any(at => IsAbout(text.Substring(0, at), nouns)));
    }

    // What was not done stands right before the verb; a verb without anything is about the topic.
    private static bool IsAbout(string before, List<string> nouns)
    {
        var text = before;
        while (text.Length > 0)
        {
            var end = Particles.Value.Concat(Adverbs).FirstOrDefault(p => text.EndsWith(p, StringComparison.Ordinal));
            if (end is null)
                break;
            text = text.Substring(0, text.Length - end.Length);
        }

        return text.Length == 0
            || text.EndsWith("ため", StringComparison.Ordinal)
            || text.EndsWith("ので", StringComparison.Ordinal)
            || text.EndsWith("。", StringComparison.Ordinal)
            || nouns.Any(n => text.EndsWith(n, StringComparison.Ordinal));
    }

    private static readonly string[] Adverbs = ["いまだに", "まだ", "未だ", "現在", "特に", "など", "等"];

    private static IEnumerable<int> Places(string text, string form)
    {
        for (
            var at = text.IndexOf(form, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(form, at + 1, StringComparison.Ordinal)
        )
            yield return at;
    }

    // The answer, and what is left of it without the words before: 「停電対策は特になし」 is 「なし」.
    private static IEnumerable<string> Cores(string said)
    {
        var text = Compact(said);
        yield return text;
        text = WithoutEnd(text);
        yield return text;
        while (
            Before.Value.Concat(Particles.Value).FirstOrDefault(w => text.StartsWith(w, StringComparison.Ordinal))
                is { } word
        )
        {
            text = text.Substring(word.Length);
            yield return text;
        }
    }

    private static string WithoutEnd(string text)
    {
        while (
            After.Value.FirstOrDefault(w => text.Length > w.Length && text.EndsWith(w, StringComparison.Ordinal))
                is { } word
        )
            text = text.Substring(0, text.Length - word.Length);
        return text;
    }

    // Width, case, spaces around, a full stop and a remark in brackets at the end say nothing: 「なし（小規模のため）。」.
    private static string Compact(string said)
    {
        var text = JapaneseText.Fold(said).Trim().TrimEnd('。', '.', '!', ' ').ToLowerInvariant();
        var bracket = text.IndexOf('(');
        return bracket > 0 && text.EndsWith(")", StringComparison.Ordinal)
            ? text.Substring(0, bracket).TrimEnd()
            : text;
    }

    private static string[] LongestFirst(IEnumerable<string> words) => words.OrderByDescending(w => w.Length).ToArray();

    private static IEnumerable<string> Forms(string acts, string forms) =>
        Words(acts).SelectMany(act => Words(forms).Select(form => form.Replace("{0}", act)));

    private static IEnumerable<string> Words(string list) =>
        Table.Value.TryGetMember(list, out var words) ? words.Items().Select(w => w.GetString()) : [];

    private static IEnumerable<string> Words(string group, string topic) =>
        Table.Value.TryGetMember(group, out var lists) && lists.TryGetMember(topic, out var words)
            ? words.Items().Select(w => w.GetString())
            : [];
}
