namespace PolicyKit.Instruments.Amendments;

/// <summary>How an amending text counts: １条, ２項; 号の細分 and rows are not counted.</summary>
internal sealed class AmendmentUnits(CitedNumerals numerals)
{
    /// <summary>次の１条, or 次のように.</summary>
    public string Count(IReadOnlyList<LegalNode> nodes) =>
        Unit(nodes[0]) is { } unit ? $"次の{Number(nodes.Count)}{unit}" : "次のように";

    /// <summary>１条ずつ.</summary>
    public string Each(int by, string unit) => $"{Number(by)}{unit}ずつ";

    /// <summary>条, 項, 号, 章, 表; null for what is not counted.</summary>
    public static string? Unit(LegalNode node) =>
        node.Level switch
        {
            LegalLevel.Article => "条",
            LegalLevel.Paragraph => "項",
            LegalLevel.Item => "号",
            LegalLevel.Group => node.Label.Split('の')[0][^1..],
            LegalLevel.Apart when node.Label.StartsWith("別表", StringComparison.Ordinal) => "表",
            LegalLevel.Apart => "様式",
            _ => null,
        };

    /// <summary>Which of two numbers comes first; 0 for those that are not counted.</summary>
    public static int Compare(LegalNode one, LegalNode other)
    {
        for (var i = 0; i < Math.Max(one.Values.Count, other.Values.Count); i++)
        {
            var order = one.Values.ElementAtOrDefault(i).CompareTo(other.Values.ElementAtOrDefault(i));
            if (order != 0)
                return order;
        }

        return 0;
    }

    private string Number(int value) => numerals.Write(value);
}
