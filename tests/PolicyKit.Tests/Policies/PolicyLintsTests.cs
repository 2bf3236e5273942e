using PolicyKit.Policies;
using PolicyKit.Reading;
using static PolicyKit.Tests.Policies.PolicyBuilder;

namespace PolicyKit.Tests.Policies;

public sealed class PolicyLintsTests
{
    [Fact]
    public void Finds_an_unused_term_and_not_one_used_only_inside_a_longer_term()
    {
        var problems = Lint(
            P(
                "definitions",
                "1",
                "定義",
                null,
                P("definitions.a", "(1)", "通信", "信号をいう。"),
                P("definitions.b", "(2)", "無害化通信", "安全なものをいう。")
            ),
            P("purpose", "2", "目的", "無害化通信を用いる。")
        );
        Assert.Equal(["lint.unused-term /provisions/0/provisions/0/heading"], problems);
    }

    [Fact]
    public void Finds_a_guideline_term_that_is_used_and_not_defined_and_accepts_an_alias() =>
        Assert.Equal(
            ["lint.undefined-term /provisions/0/text"],
            Lint(
                P(
                    "purpose",
                    "1",
                    "目的",
                    "情報資産を守る。委託を受けた者（以下「委託事業者」という。）に委託事業者として求める。"
                )
            )
        );

    [Fact]
    public void Finds_the_same_sentence_in_two_provisions_also_inside_a_longer_one() =>
        Assert.Equal(
            ["lint.repeated-sentence /provisions/1/text"],
            Lint(
                P(
                    "a",
                    "1",
                    "評価",
                    "遵守状況を検証するため、定期的又は必要に応じて監査及び自己点検を実施し、改善を図る。"
                ),
                P("b", "2", "監査", "遵守状況を検証するため、定期的又は必要に応じて監査及び自己点検を実施する。")
            )
        );

    [Fact]
    public void Names_the_first_of_several_sentences_that_say_the_same()
    {
        const string Sentence = "庁舎への不正な立入りを防ぐため、必要な措置を講ずるものとする。";
        Assert.Equal(
            ["lint.repeated-sentence /provisions/1/text", "lint.repeated-sentence /provisions/2/text"],
            Lint(
                P("a", "1", "運用", "緊急のときも" + Sentence),
                P("b", "2", "監査", Sentence),
                P("c", "3", "対策", "その他" + Sentence)
            )
        );
    }

    [Fact]
    public void Sections_may_run_on_through_chapters()
    {
        var one = P("a", "第1章", "総則", null, P("a.one", "第1", "目的", "一。"), P("a.two", "第2", "定義", "二。"));
        Assert.Empty(Lint(one, P("b", "第2章", "対策", null, P("b.one", "第3", "組織", "三。"))));
        Assert.Equal(
            ["lint.numbering-gap /provisions/1/provisions/0/number"],
            Lint(one, P("b", "第2章", "対策", null, P("b.one", "第4", "組織", "四。")))
        );
    }

    [Fact]
    public void A_reference_to_one_of_several_articles_that_were_deleted_together_is_no_reference_to_nothing() =>
        Assert.Empty(
            LintArticles(
                P("a", "第1条", "目的", "第3条による。"),
                P("b", "第2条から第4条まで", null, "削除"),
                P("c", "第5条", "監査", "行う。")
            )
        );

    [Fact]
    public void Finds_a_reference_to_nothing_and_a_gap_in_numbering()
    {
        Assert.Equal(["lint.dangling-reference /provisions/0/text"], Lint(P("a", "1", "目的", "上記9による。")));
        Assert.Equal(
            ["lint.numbering-gap /provisions/1/number"],
            Lint(P("a", "1", "目的", "一。"), P("b", "3", "定義", "二。"))
        );
    }

    [Fact]
    public void Is_silent_about_branch_numbers_hyphenated_numbers_and_a_first_paragraph_without_number()
    {
        Assert.Empty(Lint(P("a", "1―1", "目的", "一。"), P("b", "1―2", "定義", "二。")));
        var (policy, source) = Read(
            "article",
            P("a", "第8条", "一", null, P("a.one", null, null, "一。"), P("a.two", "2", null, "二。")),
            P("b", "第8条の2", "枝", "三。"),
            P("c", "第9条", "次", "四。")
        );
        Assert.Empty(PolicyLints.Check(policy, source));
    }

    [Fact]
    public void Counts_iroha_deleted_ranges_and_hyphenated_numbers_in_their_own_systems() =>
        Assert.Empty(
            LintArticles(
                P(
                    "a",
                    "第1条",
                    "範囲",
                    "次のとおり。",
                    P("a.i", "イ", null, "甲"),
                    P("a.ro", "ロ", null, "乙"),
                    P("a.ha", "ハ", null, "丙")
                ),
                P("b", "第2条", "監査", "行う。", P("b.two", "2", null, "行わない。")),
                P("c", "第3条から第5条まで", "削除", null),
                P("d", "第6条", "委任", null, P("d.one", "6―4", null, "定める。"))
            )
        );

    [Fact]
    public void Finds_an_article_that_is_missing_across_chapters() =>
        Assert.Equal(
            ["lint.numbering-gap /provisions/1/provisions/0/number"],
            LintArticles(
                P("one", "第1章", "総則", null, P("a", "第1条", "目的", "定める。"), P("b", "第2条", "定義", "いう。")),
                P("two", "第2章", "対策", null, P("c", "第11条", "体制", "設ける。")),
                P("s", null, "附　則", null, P("s.one", "第1条", "施行", "施行する。"))
            )
        );

    private static IEnumerable<string> LintArticles(params object[] provisions)
    {
        var (policy, source) = Read("article", provisions);
        return PolicyLints.Check(policy, source).Select(p => $"{p.Code} {p.Location.Pointer}");
    }

    private static IEnumerable<string> Lint(params object[] provisions)
    {
        var (policy, source) = Read("outline", provisions);
        var problems = PolicyLints.Check(policy, source);
        Assert.All(problems, p => Assert.Equal(Severity.Warning, p.Severity));
        return problems.Select(p => $"{p.Code} {p.Location.Pointer}");
    }
}
