using PolicyKit.Policies;

namespace PolicyKit.Instruments.Tests;

/// <summary>A part of a text as a clerk sees it on paper: a number, words, and what stands beneath.</summary>
internal sealed class ClerksNode
{
    private const string Circled = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽";

    /// <summary>題, 目次, 章, 条, 項, 号, 細分, 附則, 表, or empty.</summary>
    public required string Unit { get; init; }

    /// <summary>第３条, ２, (1), イ as printed; empty for none.</summary>
    public string Printed { get; set; } = "";

    public string? Heading { get; set; }

    public string Text { get; set; } = "";

    public List<ClerksNode> Children { get; } = [];

    /// <summary>The number, comparable whatever it is written in: 4, 4-2, イ.</summary>
    public string Number => Unit == "細分" ? Printed : Key(Printed);

    /// <summary>4-2 of 第４条の２, 2 of ⑵.</summary>
    public static string Key(string printed) =>
        Circled.IndexOf(printed, StringComparison.Ordinal) is var at and >= 0 && printed.Length == 1
            ? $"{at + 1}"
            : string.Join('-', PrintedNumber.Parse(printed)?.Values ?? []);

    /// <summary>Another number in the same writing.</summary>
    public void Renumber(string key)
    {
        if (Unit == "細分")
            Printed = key;
        else if (Printed.Length == 1 && Circled.Contains(Printed, StringComparison.Ordinal))
            Printed = Circled[int.Parse(key) - 1].ToString();
        else
            Printed = Written(key);
    }

    public IEnumerable<string> Lines()
    {
        if (Heading is not null)
            yield return Heading;
        if (Printed.Length + Text.Length > 0)
            yield return Printed.Length == 0 ? Text : $"{Printed}　{Text}";
        foreach (var line in Children.SelectMany(c => c.Lines()))
            yield return line;
    }

    // 第4条の2 becomes 第6条: the writing of the number stays, its branch goes.
    private string Written(string key)
    {
        var values = key.Split('-').Select(int.Parse).ToList();
        var number = PrintedNumber.Parse(Printed)!;
        var unit = Unit is "条" or "章" ? Unit : "";
        var script = number.Script;
        var one = new PrintedNumber("", ValueList.Create(values[0]), ValueList<string>.Empty, "", script);
        if (unit.Length == 0)
            return (number with { Values = ValueList.Create(values[0]) }).ToString();
        var text = "第" + one + unit;
        foreach (var branch in values.Skip(1))
            text += "の" + (one with { Values = ValueList.Create(branch) });
        return text;
    }
}
