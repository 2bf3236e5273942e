namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// Names that say personal information, as the standard lists them: <c>3B: full name, 氏名, shimei</c>. The words at
/// the end of a name decide: <c>ApplicantFullName</c> is one, <c>FullNameLabel</c> is not. <c>=mei</c> is the whole.
/// </summary>
internal sealed class PersonalNames
{
    // Said of how a value is written, and not of what it is.
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "kana",
        "kanji",
        "romaji",
        "text",
        "value",
        "old",
        "new",
        "hankaku",
        "zenkaku",
    };

    private readonly List<(string[] Words, int Rank)> _entries = new();

    /// <param name="lines">A class, a colon and its names, separated by commas.</param>
    public PersonalNames(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon <= 0)
                continue;
            var rank = Classifications.RankOf(line.Substring(0, colon).Trim());
            foreach (var name in line.Substring(colon + 1).Split(','))
                if (name.Trim() is { Length: > 0 } trimmed && rank > 0)
                    _entries.Add((trimmed.ToLowerInvariant().Split(' '), rank));
        }
    }

    /// <summary>The class that a name proposes; 0 where it says nothing personal.</summary>
    public int RankOf(string name)
    {
        var words = IdentifierWords.Split(name).Select(WithoutNumber).Where(w => w.Length > 0).ToList();
        while (words.Count > 1 && Forms.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return _entries.Where(e => IsEnd(words, e.Words)).Select(e => e.Rank).DefaultIfEmpty(0).Max();
    }

    private static string WithoutNumber(string word) => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    // Japanese is written without spaces: 申請者氏名 ends with 氏名. Elsewhere whole words count, written together or
    // not: fullName, fullname, full_name.
    private static bool IsEnd(List<string> words, string[] entry)
    {
        if (words.Count == 0)
            return false;
        // 名 and mei end many names of things, 課名 and kamei: =mei is the whole of a name.
        if (entry[0][0] == '=')
            return string.Concat(words) == string.Concat(entry).Substring(1);
        if (entry.Length == 1 && entry[0][0] > 0x7F)
            return words[words.Count - 1].EndsWith(entry[0], StringComparison.Ordinal);
        var (wanted, end) = (string.Concat(entry), "");
        for (var i = words.Count - 1; i >= 0 && end.Length < wanted.Length; i--)
            end = words[i] + end;
        return end == wanted;
    }
}
