using PolicyKit.Policies;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Policies;

/// <summary>How real surfaces are cited: what was wrong once, and what has to stay right.</summary>
public sealed class CitationByLawTests
{
    [Theory]
    [InlineData("outline", "第5の2", "第5", "2")]
    [InlineData("outline", "第2の1(1)ア(ア)", "第2", "1", "(1)", "ア", "(ア)")]
    [InlineData("outline", "1―2(1)", "1", "1―2", "(1)")]
    [InlineData("outline", "2―4―1(1)", "2", "2―4", "2―4―1", "(1)")]
    [InlineData("outline", "附則", "heading:附　則")]
    [InlineData("article", "第2条の2第1号ア(ア)", "第2条の2", "(1)", "ア", "(ア)")]
    [InlineData("article", "第1章", "第1章")]
    [InlineData("article", "第2章第1節", "第2章", "第1節")]
    [InlineData("article", "附則第1項", "heading:附 則", "1")]
    [InlineData("article", "附則 (平成31年3月1日訓令第2号)", "heading:附 則(平成31年3月1日訓令第2号)")]
    [InlineData("article", "別表", "heading:別表")]
    [InlineData("article", "第二条第一号", "第二条", "一")]
    [InlineData("article", "第2条第1号", "第2条", "(1)")]
    [InlineData("article", "第2条の2", "第2条の2")]
    [InlineData("article", "第11条第1項第1号", "第11条", "text+2", "(1)")]
    [InlineData("article", "第11条第2項", "第11条", "2")]
    [InlineData("outline", "２（１）①", "２", "（１）", "①")]
    public void Cites_by_the_law_of_articles_paragraphs_and_items(string style, string expected, params string[] path)
    {
        var (policy, _) = Read(style, Chain(path, 0));
        Assert.Equal(expected, policy.Cite(ProvisionId.Parse("p" + (path.Length - 1))));
    }

    [Theory]
    [InlineData("article", "別表第1", "heading:別表第1（第3条関係）")]
    [InlineData("article", "様式第2号", "heading:様式第2号（第8条関係）")]
    [InlineData("article", "附則第2条第3号", "heading:附則", "第2条", "(3)")]
    [InlineData("article", "第２条第３号", "第２条", "（３）")]
    [InlineData("article", "第3条第2号の2", "第3条", "(2)の2")]
    [InlineData("article", "第3条第2号及び第3号", "第3条", "(2)及び(3)")]
    [InlineData("article", "第三条第一項第二号", "第三条", "text+2", "二")]
    [InlineData("article", "第3条及び第4条", "第3条及び第4条")]
    [InlineData("outline", "附則第2項", "number:附則", "2")]
    public void Cites_what_stands_beside_the_main_provisions_and_branches(
        string style,
        string expected,
        params string[] path
    )
    {
        var (policy, _) = Read(style, Chain(path, 0));
        Assert.Equal(expected, policy.Cite(ProvisionId.Parse("p" + (path.Length - 1))));
    }

    [Fact]
    public void An_item_under_an_article_with_a_second_paragraph_belongs_to_its_first()
    {
        var (policy, _) = Read(
            "article",
            P(
                "a",
                "第11条",
                "監査",
                "次に掲げるものを行う。",
                P("a.one", "(1)", null, "監査"),
                P("a.second", "2", null, "前項の監査を行う。")
            )
        );
        Assert.Equal("第11条第1項第1号", policy.Cite(ProvisionId.Parse("a.one")));
        Assert.Equal("第11条第2項", policy.Cite(ProvisionId.Parse("a.second")));
        Assert.Equal(ProvisionKind.Paragraph, policy.KindOf(ProvisionId.Parse("a.second")));
    }

    [Fact]
    public void A_kind_that_is_stated_counts_before_the_printed_number()
    {
        var (policy, _) = Read(
            "article",
            P(
                "a",
                "第3条",
                null,
                null,
                P("a.one", null, null, "行う。"),
                new Dictionary<string, object>
                {
                    ["id"] = "a.two",
                    ["kind"] = "paragraph",
                    ["number"] = "②",
                    ["text"] = "行わない。",
                }
            )
        );
        Assert.Equal("第3条第2項", policy.Cite(ProvisionId.Parse("a.two")));
    }

    [Fact]
    public void The_only_paragraph_of_a_supplement_without_a_number_is_cited_by_its_title()
    {
        var (policy, _) = Read(
            "article",
            P("s", null, "附　則", null, P("s.one", null, null, "公布の日から施行する。"))
        );
        Assert.Equal("附則", policy.Cite(ProvisionId.Parse("s.one")));
    }

    private static object Chain(string[] path, int at)
    {
        var (number, heading) = (path[at], (string?)null);
        if (number.StartsWith("heading:", StringComparison.Ordinal))
            (number, heading) = (null, number!["heading:".Length..]);
        else if (number.StartsWith("number:", StringComparison.Ordinal))
            number = number["number:".Length..];
        var isUnnumbered = number == "text+2";
        var beneath = at + 1 < path.Length ? new List<object> { Chain(path, at + 1) } : [];
        if (path.ElementAtOrDefault(at + 1) == "text+2")
            beneath.Add(P("second", "2", null, "第2項の文。"));
        var text = heading is null && (isUnnumbered || beneath.Count == 0) ? "文。" : null;
        heading ??= text is null ? "見出し" : null;
        if (isUnnumbered)
            (number, heading) = (null, null);
        return P("p" + at, number, heading, text, [.. beneath]);
    }
}
