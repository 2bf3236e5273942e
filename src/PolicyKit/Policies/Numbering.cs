namespace PolicyKit.Policies;

/// <summary>The order of the numbers of siblings, each read in the system that all of them are written in.</summary>
public static class Numbering
{
    /// <summary>The numbers of siblings; null for one that holds none.</summary>
    /// <remarks>Where a numeral has two readings (イ), the one with fewer gaps counts.</remarks>
    public static ValueList<PrintedNumber?> Read(IReadOnlyList<string> printed)
    {
        if (printed is null)
            throw new ArgumentNullException(nameof(printed));
        var first = printed.Select(p => PrintedNumber.Parse(p)).ToValueList();
        if (first.FirstOrDefault(n => n is not null)?.Script is not { } script)
            return first;
        return NumeralScripts
            .Readings(script)
            .Select(reading => printed.Select(p => PrintedNumber.Parse(p, reading) ?? PrintedNumber.Parse(p)))
            .Select(reading => reading.ToValueList())
            .OrderBy(reading => Gaps(reading).Count)
            .First();
    }

    /// <summary>Where siblings jump or go back: the index, and the number that is expected there.</summary>
    /// <param name="numbers">The numbers, as <see cref="Read"/> gives them.</param>
    /// <param name="startsAnywhere">Whether the first may be any: articles of a later chapter.</param>
    public static ValueList<(int Index, string Expected)> Gaps(
        IReadOnlyList<PrintedNumber?> numbers,
        bool startsAnywhere = false
    )
    {
        if (numbers is null)
            throw new ArgumentNullException(nameof(numbers));
        var gaps = new List<(int, string)>();
        PrintedNumber? previous = null;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is not { } here)
                continue;
            var isFirst = previous is null && (startsAnywhere || Begins(here, i));
            if (!isFirst && !Follows(here, previous))
                gaps.Add((i, Expected(here, previous)));
            previous = here;
        }

        return gaps.ToValueList();
    }

    // 1, what follows a first paragraph that is printed without its 1, or the last part of a hyphenated number.
    private static bool Begins(PrintedNumber number, int index) =>
        number.Values[0] == 1 || number.Values[0] == index + 1 || (number.Values.Count > 1 && !number.IsBranch);

    private static bool Follows(PrintedNumber here, PrintedNumber? previous)
    {
        if (previous is null)
            return false;
        // After 第3条から第5条まで and after 第3条、第4条及び第5条 comes 第6条.
        var (first, last) = (here.First, previous.Last);
        if (here.IsRange && !IsAfter(here.Last, first))
            return false;
        if (!IsBranch(here))
            return FollowsInParts(first, IsBranch(previous) ? last.Take(1).ToValueList() : last);
        return FollowsAsBranch(first, last);
    }

    private static bool IsBranch(PrintedNumber number) =>
        number.First.Count > 1 && number.Between[0].EndsWith("の", StringComparison.Ordinal);

    private static bool IsAfter(ValueList<int> later, ValueList<int> earlier)
    {
        for (var i = 0; i < later.Count && i < earlier.Count; i++)
            if (later[i] != earlier[i])
                return later[i] > earlier[i];
        return later.Count > earlier.Count;
    }

    // 1―3 follows 1―2, 2―1 follows 1―9, and 2 follows 1―9.
    private static bool FollowsInParts(ValueList<int> here, ValueList<int> previous)
    {
        var at = 0;
        while (at < here.Count && at < previous.Count && here[at] == previous[at])
            at++;
        if (at == here.Count)
            return false;
        return here[at] == (at < previous.Count ? previous[at] : 0) + 1 && here.Skip(at + 1).All(v => v == 1);
    }

    // 第2条の2 follows 第2条, 第2条の3 follows 第2条の2, and 第2条の2の2 follows it, too.
    private static bool FollowsAsBranch(ValueList<int> here, ValueList<int> previous)
    {
        var depth = here.Count - 1;
        if (!here.Take(depth).SequenceEqual(previous.Take(depth)))
            return false;
        return here[depth] == (previous.Count > depth ? previous[depth] + 1 : 2);
    }

    private static string Expected(PrintedNumber here, PrintedNumber? previous)
    {
        var values = previous?.Last ?? ValueList.Create(0);
        var isWithoutBranch = previous is { IsBranch: true } && !here.IsBranch;
        var last = isWithoutBranch ? values[0] : values[values.Count - 1];
        return NumeralScripts.Write(here.Script, last + 1)
            ?? (last + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
