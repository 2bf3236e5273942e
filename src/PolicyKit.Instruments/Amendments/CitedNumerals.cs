using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>How a text writes the numbers of its provisions: 第３条 and 第10条 stand beside each other in many.</summary>
/// <param name="One">The script of one digit.</param>
/// <param name="Several">The script of several digits.</param>
internal sealed record CitedNumerals(NumeralScript One, NumeralScript Several)
{
    public static CitedNumerals Of(SecurityPolicy policy)
    {
        var read = policy
            .AllProvisions.Where(p => p.Number?.Contains('条', StringComparison.Ordinal) == true)
            .Select(p => PrintedNumber.Parse(p.Number!))
            .OfType<PrintedNumber>()
            .Where(n => n.Script is NumeralScript.Arabic or NumeralScript.FullWidth or NumeralScript.Kanji)
            .ToList();
        var one = read.Find(n => n.Values[0] < 10)?.Script ?? OfParagraphs(policy);
        var several = read.Find(n => n.Values[0] >= 10)?.Script ?? OfDays(policy) ?? one;
        return new CitedNumerals(one, one == NumeralScript.Kanji ? one : several);
    }

    /// <summary>A number: １, 12, 三.</summary>
    public string Write(int value) => NumeralScripts.Write(value < 10 ? One : Several, value) ?? $"{value}";

    /// <summary>第１項.</summary>
    public string Cited(int value, string unit) => $"第{Write(value)}{unit}";

    /// <summary>第１号, 第２号の２; a range as it is printed.</summary>
    public string Cited(string printed, string unit)
    {
        if (PrintedNumber.Parse(printed) is not { IsRange: false } number)
            return ProvisionKinds.Bare(printed);
        return Cited(number.Values[0], unit) + string.Concat(number.Values.Skip(1).Select(v => "の" + Write(v)));
    }

    private static NumeralScript OfParagraphs(SecurityPolicy policy) =>
        policy
            .AllProvisions.Select(p => PrintedNumber.Parse(p.Number ?? "")?.Script)
            .FirstOrDefault(s => s is NumeralScript.FullWidth or NumeralScript.Kanji or NumeralScript.Arabic)
        ?? NumeralScript.Arabic;

    // A text without a tenth article may write 31日 and ３月.
    private static NumeralScript? OfDays(SecurityPolicy policy)
    {
        var all = policy.Adoption.Printed + string.Concat(policy.AllProvisions.Select(p => p.Text));
        for (var i = 0; i + 1 < all.Length; i++)
        {
            if (char.IsAsciiDigit(all[i]) && char.IsAsciiDigit(all[i + 1]))
                return NumeralScript.Arabic;
            if (all[i] is >= '０' and <= '９' && all[i + 1] is >= '０' and <= '９')
                return NumeralScript.FullWidth;
        }

        return null;
    }
}
