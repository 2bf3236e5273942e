using System.Text.RegularExpressions;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>
/// A sentence of a provision, compared without white space and without its inflected end, which differs when a sentence
/// is cited inside a longer one (…実施する。 / …実施し、…).
/// </summary>
internal sealed record RepeatedSentence(Provision Provision, string Text, string Plain, string Stem)
{
    // A shorter common sentence (「次のとおりとする。」) says nothing about copying.
    private const int Shortest = 20;

    /// <summary>
    /// Each sentence that is part of an earlier one of another provision, or has one as its part, with the first such.
    /// </summary>
    public static IEnumerable<(RepeatedSentence Later, RepeatedSentence Earlier)> Find(
        IEnumerable<Provision> provisions
    )
    {
        // By their beginnings, and by every stretch of that length: the time grows with the text, not with its square.
        var (stems, stretches) = (new Index(), new Index());
        foreach (var sentence in provisions.SelectMany(Of))
        {
            var within = stretches.First(
                sentence.Stem.Substring(0, Shortest),
                s => s.Provision.Id != sentence.Provision.Id && s.Plain.Contains(sentence.Stem)
            );
            foreach (var stretch in Stretches(sentence.Plain))
                within = Earlier(
                    within,
                    stems.First(
                        stretch,
                        s => s.Provision.Id != sentence.Provision.Id && sentence.Plain.Contains(s.Stem)
                    )
                );
            if (within is { } found)
                yield return (sentence, found.Sentence);
            var order = stems.Count;
            stems.Add(sentence.Stem.Substring(0, Shortest), order, sentence);
            foreach (var stretch in Stretches(sentence.Plain))
                stretches.Add(stretch, order, sentence);
        }
    }

    private static (int Order, RepeatedSentence Sentence)? Earlier(
        (int Order, RepeatedSentence Sentence)? one,
        (int Order, RepeatedSentence Sentence)? other
    ) => one is null || other?.Order < one.Value.Order ? other : one;

    private static IEnumerable<RepeatedSentence> Of(Provision provision) =>
        (provision.Text ?? "")
            .Split('。')
            .Select(s => (Text: s.Trim(), Plain: Bare(s)))
            .Select(s => new RepeatedSentence(provision, s.Text, s.Plain, StemOf(s.Plain)))
            .Where(s => s.Stem.Length >= Shortest);

    private static IEnumerable<string> Stretches(string text) =>
        Enumerable.Range(0, text.Length - Shortest + 1).Select(at => text.Substring(at, Shortest)).Distinct();

    private static string StemOf(string plain) => Regex.Replace(plain, "(ものとする|とする|する|した|すること)$", "");

    private static string Bare(string text) => Regex.Replace(JapaneseText.Fold(text), @"\s", "");

    private sealed class Index
    {
        private readonly Dictionary<string, List<(int Order, RepeatedSentence Sentence)>> _lists = new(
            StringComparer.Ordinal
        );

        public int Count { get; private set; }

        public void Add(string key, int order, RepeatedSentence sentence)
        {
            if (!_lists.TryGetValue(key, out var list))
                _lists.Add(key, list = new List<(int, RepeatedSentence)>());
            list.Add((order, sentence));
            Count++;
        }

        public (int Order, RepeatedSentence Sentence)? First(string key, Func<RepeatedSentence, bool> fits)
        {
            if (_lists.TryGetValue(key, out var list))
                foreach (var entry in list)
                    if (fits(entry.Sentence))
                        return entry;
            return null;
        }
    }
}
