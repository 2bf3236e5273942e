using CsCheck;
using PolicyKit.Policies;

namespace PolicyKit.Tests.Policies;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("第12条", NumeralScript.Arabic, 12)]
    [InlineData("第十二条", NumeralScript.Kanji, 12)]
    [InlineData("第２１条", NumeralScript.FullWidth, 21)]
    [InlineData("第2条の3", NumeralScript.Arabic, 2, 3)]
    [InlineData("①", NumeralScript.Circled, 1)]
    [InlineData("㉑", NumeralScript.Circled, 21)]
    [InlineData("⑴", NumeralScript.Bracketed, 1)]
    [InlineData("(3)", NumeralScript.Arabic, 3)]
    [InlineData("（３）", NumeralScript.FullWidth, 3)]
    [InlineData("1―2―3", NumeralScript.Arabic, 1, 2, 3)]
    [InlineData("ウ", NumeralScript.Aiueo, 3)]
    [InlineData("(ｲ)", NumeralScript.HalfWidthAiueo, 2)]
    [InlineData("三", NumeralScript.Kanji, 3)]
    [InlineData("ⅲ", NumeralScript.SmallRoman, 3)]
    [InlineData("(iv)", NumeralScript.RomanLetters, 4)]
    [InlineData("ａ", NumeralScript.FullWidthLetters, 1)]
    public void Takes_a_printed_number_apart_and_writes_it_again(
        string printed,
        NumeralScript script,
        params int[] values
    )
    {
        var number = PrintedNumber.Parse(printed)!;
        Assert.Equal(script, number.Script);
        Assert.Equal(values, number.Values);
        Assert.Equal(printed, number.ToString());
    }

    [Theory]
    [InlineData("目次")]
    [InlineData("キー")]
    [InlineData("01")]
    [InlineData("（案）")]
    public void Finds_no_number_where_there_is_none(string printed) => Assert.Null(PrintedNumber.Parse(printed));

    [Fact]
    public void Every_script_reads_what_it_writes() =>
        Gen.Select(Gen.Int[0, Enum.GetValues<NumeralScript>().Length - 1], Gen.Int[1, 60], Gen.Int[0, 3])
            .Sample(
                (script, value, form) =>
                {
                    var (before, after) = new[] { ("", ""), ("(", ")"), ("（", "）"), ("", "．") }[form];
                    var sample = PrintedNumber.Parse(
                        before + First((NumeralScript)script) + after,
                        (NumeralScript)script
                    )!;
                    if (sample.With(ValueList.Create(value)) is { } printed)
                        Assert.Equal(value, PrintedNumber.Parse(printed, (NumeralScript)script)!.Values[0]);
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("イ ロ ハ ニ")]
    [InlineData("ア イ ウ エ")]
    [InlineData("イ ロ")]
    [InlineData("(i) (ii) (iii) (iv)")]
    [InlineData("h i j")]
    [InlineData("第1条 第2条 第2条の2 第2条の3 第3条")]
    [InlineData("第2条の2 第2条の2の2 第2条の3", true)]
    [InlineData("第1条 第2条 第3条から第5条まで 第6条")]
    [InlineData("第1条 第2条 第3条及び第4条 第5条")]
    [InlineData("第1条 第2条、第3条及び第4条 第4条の2 第5条～第7条 第8条")]
    [InlineData("第1条 第2条及び第2条の2 第2条の3 第3条")]
    [InlineData("(1) (2)～(4) (5)")]
    [InlineData("一 二及び三 四")]
    [InlineData("1―1 1―2 2―1")]
    [InlineData("2―4 2―5")]
    [InlineData("一 二 三")]
    public void Knows_what_follows_what_in_each_system(string printed, bool startsAnywhere = false) =>
        Assert.Empty(Numbering.Gaps(Numbering.Read(printed.Split(' ')), startsAnywhere || printed[0] == 'h'));

    [Theory]
    [InlineData("(1) (2) (5)", 2, "3")]
    [InlineData("イ ロ ニ", 2, "ハ")]
    [InlineData("ア イ エ", 2, "ウ")]
    [InlineData("第2条 第1条", 0, "1")]
    [InlineData("一 三", 1, "二")]
    [InlineData("第1条 第1条の3", 1, "2")]
    [InlineData("第1条 第2条及び第3条 第5条", 2, "4")]
    [InlineData("第1条 第3条～第2条", 1, "2")]
    public void Finds_the_gap_and_what_is_missing(string printed, int index, string expected) =>
        Assert.Equal((index, expected), Numbering.Gaps(Numbering.Read(printed.Split(' ')))[0]);

    private static string First(NumeralScript script) =>
        script switch
        {
            NumeralScript.Arabic => "1",
            NumeralScript.FullWidth => "１",
            NumeralScript.Kanji => "一",
            NumeralScript.Circled => "①",
            NumeralScript.Bracketed => "⑴",
            NumeralScript.Iroha => "イ",
            NumeralScript.Aiueo => "ア",
            NumeralScript.HalfWidthAiueo => "ｱ",
            NumeralScript.HalfWidthIroha => "ｲ",
            NumeralScript.SmallRoman => "ⅰ",
            NumeralScript.Roman => "Ⅰ",
            NumeralScript.RomanLetters => "i",
            NumeralScript.Letters => "a",
            _ => "ａ",
        };
}
