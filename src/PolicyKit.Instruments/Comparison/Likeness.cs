namespace PolicyKit.Instruments.Comparison;

/// <summary>How alike two texts are: twice the pairs of characters that both have, by all that they have (Dice).</summary>
internal static class Likeness
{
    /// <summary>From 0, nothing alike, to 1.</summary>
    public static double Of(string one, string other) => Of(one, Pairs(one), other, Pairs(other));

    public static double Of(string one, Dictionary<string, int> pairs, string other, Dictionary<string, int> otherPairs)
    {
        if (pairs.Count == 0 || otherPairs.Count == 0)
            return one == other ? 1 : 0;
        var shared = pairs.Sum(p => Math.Min(p.Value, otherPairs.GetValueOrDefault(p.Key)));
        return 2.0 * shared / (pairs.Values.Sum() + otherPairs.Values.Sum());
    }

    /// <summary>The pairs of neighbouring characters, with how often each stands there.</summary>
    public static Dictionary<string, int> Pairs(string text)
    {
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Length; i++)
            pairs[text.Substring(i, 2)] = pairs.GetValueOrDefault(text.Substring(i, 2)) + 1;
        return pairs;
    }
}
