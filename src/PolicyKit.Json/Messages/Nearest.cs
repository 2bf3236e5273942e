namespace PolicyKit.Messages;

/// <summary>Finds the name that was probably meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate that <paramref name="name"/> is a slip of: at most a third of its letters differ, of a short
    /// word one, and of three letters or fewer none but in case.
    /// Digits are never a slip: <c>TLS 1.1</c> is another value than <c>TLS 1.2</c>. Null where nothing is near, or
    /// where several are equally near.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        string? best = null;
        var (nearest, isTie) = (Limit(name.Length) + 1, false);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > nearest || !SameDigits(name, candidate))
                continue;
            var distance = Distance(name, candidate);
            if (distance > nearest || (distance == nearest && best is null))
                continue;
            isTie = distance == nearest && !string.Equals(best, candidate, StringComparison.OrdinalIgnoreCase);
            (best, nearest) = (isTie ? best : candidate, distance);
        }

        return isTie ? null : best;
    }

    // Optimal string alignment (Levenshtein, and two swapped neighbours count once), case-insensitive.
    internal static int Distance(string a, string b)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(
                    Math.Min(row[j - 1] + 1, last[j] + 1),
                    last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1)
                );
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static int Limit(int length) =>
        length <= 3 ? 0
        : length <= 5 ? 1
        : (length + 1) / 3;

    private static bool SameDigits(string a, string b)
    {
        var j = 0;
        foreach (var c in a)
        {
            if (!char.IsDigit(c))
                continue;
            while (j < b.Length && !char.IsDigit(b[j]))
                j++;
            if (j == b.Length || b[j++] != c)
                return false;
        }

        while (j < b.Length)
            if (char.IsDigit(b[j++]))
                return false;
        return true;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
