namespace PolicyKit.Instruments.Comparison;

/// <summary>The rows that a table shows: null stands for what was left out (略).</summary>
internal static class DiffTable
{
    public static IEnumerable<DiffRow?> Rows(PolicyDiff diff, DiffOptions options)
    {
        if (options.HasAllRows)
            return diff.Rows;
        var shown = Shown(diff.Rows);
        var rows = new List<DiffRow?>();
        for (var i = 0; i < diff.Rows.Count; i++)
            if (shown.Contains(i))
                rows.Add(diff.Rows[i]);
            else if (rows.Count == 0 || rows[^1] is not null)
                rows.Add(null);
        return rows;
    }

    // A changed item is shown beneath its article and chapter.
    private static HashSet<int> Shown(IReadOnlyList<DiffRow> rows)
    {
        var shown = new HashSet<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsChanged)
                continue;
            shown.Add(i);
            var depth = rows[i].Depth;
            for (var above = i - 1; above >= 0 && depth > 0; above--)
                if (rows[above].Depth < depth && (rows[above].New ?? rows[above].Old) is not null)
                {
                    shown.Add(above);
                    depth = rows[above].Depth;
                }
        }

        return shown;
    }
}
