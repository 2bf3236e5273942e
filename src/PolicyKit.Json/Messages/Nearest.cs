namespace PolicyKit.Messages;

/// <summary>Finds the name that was probably meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate with the smallest edit distance to <paramref name="name"/>, if that is at most a third of its
    /// length; null otherwise. Ties go to the first in ordinal order.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = Math.Max(1, (name.Length + 1) / 3) + 1;
        foreach (var candidate in candidates.OrderBy(c => c, StringComparer.Ordinal))
        {
            var distance = Distance(name, candidate);
            if (distance >= limit)
                continue;
            (best, limit) = (candidate, distance);
        }

        return best;
    }

    // Optimal string alignment (Levenshtein, and two swapped neighbours count once), case-insensitive.
    private static int Distance(string a, string b)
    {
        var (beforeLast, last) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
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

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
