using PolicyKit.Policies;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Policies;

public sealed class CitationTests
{
    private static readonly SecurityPolicy Articles = Read(
        "article",
        P(
            "chapter",
            "第1章",
            "総則",
            null,
            P("purpose", "第1条", "目的", "この規程は、定める。"),
            P(
                "scope",
                "第2条",
                "範囲",
                null,
                P(
                    "scope.first",
                    null,
                    null,
                    "次のとおりとする。",
                    P("scope.first.one", "(1)", null, "本庁"),
                    P("scope.first.two", "二", null, "支所")
                ),
                P("scope.second", "2", null, "前項のほか。")
            )
        ),
        P(
            "branch",
            "第2条の2",
            "枝",
            null,
            P(
                "branch.only",
                null,
                null,
                "一つだけの項。",
                P("branch.only.item", "(3)", null, "号", P("branch.only.item.a", "ア", null, "細別"))
            )
        )
    ).Policy;

    [Theory]
    [InlineData("purpose", "第1条")]
    [InlineData("scope.first", "第2条第1項")]
    [InlineData("scope.first.two", "第2条第1項第2号")]
    [InlineData("scope.second", "第2条第2項")]
    [InlineData("branch.only", "第2条の2")]
    [InlineData("branch.only.item", "第2条の2第3号")]
    [InlineData("branch.only.item.a", "第2条の2第3号ア")]
    public void Cites_articles_paragraphs_and_items(string id, string expected) =>
        Assert.Equal(expected, Articles.Cite(ProvisionId.Parse(id)));

    [Theory]
    [InlineData("6", "6", "6")]
    [InlineData("6.a", "6(7)", "6.7")]
    [InlineData("6.b", "6(8)②", "6.8.2")]
    [InlineData("6.c", "6(9) 第2段落", "6.9.p2")]
    public void Cites_outline_numbers_and_unnumbered_paragraphs(string name, string outline, string ascii)
    {
        var (policy, _) = Read(
            "outline",
            P(
                "m",
                "6.",
                "対策",
                null,
                P("m.a", "(7)", "運用", "講じる。"),
                P("m.x", "(8)", "範囲", "次のとおり。", P("m.x.one", "①", null, "一"), P("m.b", "②", null, "二")),
                P("m.y", "(9)", "評価", null, P("m.y.one", null, null, "一文。"), P("m.c", null, null, "二文。"))
            )
        );
        var id = ProvisionId.Parse(name == "6" ? "m" : "m" + name[1..]);
        Assert.Equal(outline, policy.Cite(id));
        Assert.Equal(ascii, policy.Cite(id, CitationStyle.Ascii));
    }

    [Fact]
    public void Cites_hyphenated_numbers_as_they_are_printed()
    {
        var (policy, _) = Read("outline", P("m", "1―6", "対策", null, P("m.a", "(2)", "分類", "分類する。")));
        Assert.Equal("1―6(2)", policy.Cite(ProvisionId.Parse("m.a")));
    }

    [Fact]
    public void Has_no_citation_for_what_is_not_there() => Assert.Null(Articles.Cite(ProvisionId.Parse("nowhere")));
}
