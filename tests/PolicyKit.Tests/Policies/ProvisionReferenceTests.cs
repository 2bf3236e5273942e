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
}
