using PolicyKit.Policies;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Policies;

public sealed class ProvisionReferenceTests
{
    [Fact]
    public void Resolves_lists_of_outline_numbers()
    {
        var (policy, _) = Read(
            "outline",
            P("a", "6.", "対策", "上記９の"),
            P("b", "7.", "監査", null, P("b.one", "(1)", null, "実施する。")),
            P("c", "8.", "見直し", "上記6、7(1)及び8に規定する")
        );
        var references = ProvisionReferences.Find(policy);
        Assert.Equal(["９"], references[0].Missing);
        Assert.Equal(["a", "b.one", "c"], references[1].To.Select(t => t.Value));
        Assert.Equal("上記6、7(1)及び8", references[1].Text);
    }

    [Fact]
    public void Resolves_articles_and_neighbours_and_leaves_other_laws_alone()
    {
        var (policy, _) = Read(
            "article",
            P("a", "第1条", "目的", "地方自治法第244条の6に基づき、第三条第1項に定める。"),
            P("b", "第2条", "定義", "前条及び次条の"),
            P(
                "c",
                "第3条",
                "範囲",
                null,
                P(
                    "c.one",
                    null,
                    null,
                    "個人情報の保護に関する法律（平成15年法律第57号）第68条、第9条の2を除き、第2条による。"
                )
            )
        );
        var references = ProvisionReferences.Find(policy);
        Assert.Equal("c.one", Assert.Single(Assert.Single(references, r => r.From.Value == "a").To).Value);
        Assert.Equal(["a", "c"], references.Where(r => r.From.Value == "b").SelectMany(r => r.To).Select(t => t.Value));
        Assert.Contains(references, r => r.From.Value == "c.one" && r.To.Any(t => t.Value == "b"));
        Assert.DoesNotContain(
            references,
            r => r.Text.Contains("244", StringComparison.Ordinal) || r.Text.Contains("68", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("前条の規定", "b")]
    [InlineData("次条に定める", "d")]
    [InlineData("前項に規定する", "c.one")]
    [InlineData("前2条による", "a b")]
    [InlineData("前項各号に掲げる", "c.one.1 c.one.2")]
    [InlineData("第1条から前条までの", "a b")]
    [InlineData("第1条から第3条までの", "a b c")]
    [InlineData("別表第1に掲げる", "table")]
    [InlineData("附則第2項の規定", "supplementary.two")]
    [InlineData("第3条第1項第2号ただし書", "c.one.2")]
    [InlineData("第4条を準用し、同条の規定", "d d")]
    [InlineData("第3条第1項により、同項の措置", "c.one c.one")]
    [InlineData("地方自治法第2条、同条第3項による", "")]
    [InlineData("前章に定める", "")]
    [InlineData("附則第2項ただし書の規定", "supplementary.two")]
    [InlineData("地方公務員法附則第2項の規定", "")]
    [InlineData("個人情報保護法別表第1に掲げる", "")]
    public void Resolves_references_by_place(string text, string expected)
    {
        var references = ProvisionReferences.Find(Ordinance(text)).Where(r => r.From.Value == "c.two").ToList();
        Assert.Equal(expected, string.Join(' ', references.SelectMany(r => r.To).Select(t => t.Value)));
    }

    [Fact]
    public void Says_which_part_of_a_provision_is_meant_and_what_is_missing()
    {
        var references = ProvisionReferences.Find(Ordinance("第3条第1項ただし書及び第9条、次項による"));
        var here = references.Where(r => r.From.Value == "c.two").ToList();
        Assert.Equal("ただし書", here[0].Part);
        Assert.Equal(["第9条", "次項"], here.SelectMany(r => r.Missing));
    }

    [Fact]
    public void Each_of_the_items_are_those_beneath() =>
        Assert.Contains(
            ProvisionReferences.Find(Ordinance("定める。")),
            r => r.From.Value == "c.one" && r.To.Select(t => t.Value).SequenceEqual(["c.one.1", "c.one.2"])
        );

    private static SecurityPolicy Ordinance(string text) =>
        Read(
            "article",
            P("a", "第1条", "目的", "定める。"),
            P("b", "第2条", "定義", "定める。"),
            P(
                "c",
                "第3条",
                "範囲",
                null,
                P(
                    "c.one",
                    null,
                    null,
                    "次の各号のとおり。",
                    P("c.one.1", "(1)", null, "甲"),
                    P("c.one.2", "(2)", null, "乙")
                ),
                P("c.two", "2", null, text)
            ),
            P("d", "第4条", "対策", "定める。"),
            P(
                "supplementary",
                null,
                "附　則",
                null,
                P("s.one", "1", null, "施行する。"),
                P("supplementary.two", "2", null, "廃止する。")
            ),
            P("table", null, "別表第1（第3条関係）", "甲乙")
        ).Policy;
}
