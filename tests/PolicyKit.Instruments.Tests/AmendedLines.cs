using System.Text.RegularExpressions;

namespace PolicyKit.Instruments.Tests;

/// <summary>
/// Carries an amending text out on the lines of the old text, as a clerk with scissors would: it knows nothing of how
/// the text was written. Only what the fixtures say is understood; a sentence of another form throws.
/// </summary>
internal static partial class AmendedLines
{
    /// <summary>The lines with what they say, without what differs from one edition of the same text to the next.</summary>
    public static string Bare(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(l => l.Trim(' ', '　')).Where(l => l.Length > 0));

    public static string Of(IReadOnlyList<string> old, IReadOnlyList<string> amendment)
    {
        var document = new ClerksDocument(old);
        var start = amendment
            .ToList()
            .FindIndex(l => l.Contains("の一部を次のように改正する。", StringComparison.Ordinal));
        var end = amendment.ToList().FindLastIndex(l => Supplement().IsMatch(l));
        for (var i = start + 1; i < end; )
        {
            var sentence = amendment[i++];
            if (sentence.Trim().Length == 0)
                continue;
            var block = new List<string>();
            if (HasBlock().IsMatch(sentence))
                while (i < end && amendment[i].Trim().Length > 0 && !IsSentence(amendment[i]))
                    block.Add(amendment[i++]);
            document.Do(sentence.Trim('　').TrimEnd('。'), block);
        }

        return Bare(document.Lines);
    }

    // A sentence names what it amends; what is added says something else.
    private static bool IsSentence(string line) => Sentence().IsMatch(line);

    [GeneratedRegex("^　*附　則$")]
    private static partial Regex Supplement();

    [GeneratedRegex("(?:次のように改める|を加える|次のように加える)。$")]
    private static partial Regex HasBlock();

    [GeneratedRegex(
        "^　(?:第[^　]*|附則[^　]*|別表[^　]*|本則[^　]*|題名|目次)(?:改める|加える|削る|とする|繰り上げる|繰り下げる)。$"
    )]
    private static partial Regex Sentence();
}
