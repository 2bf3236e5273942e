using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Tests.Schemas;

/// <summary>What is said of values and shapes that people write by habit.</summary>
public sealed class ShapeMessageTests
{
    [Theory]
    [InlineData("zones", "controls")]
    [InlineData("controls", "zones")]
    public void A_standard_without_imports_is_told_once_what_to_write(string there, string missing)
    {
        var problem = Assert.Single(
            Problems($$"""{ "kind": "standard", "id": "a", "version": "1", "title": "基準", "{{there}}": [] }"""),
            p => p.Code.StartsWith("standard.imports-or-controls", StringComparison.Ordinal)
        );
        Assert.Contains($"`{missing}`", problem.Message.Text(MessageLanguage.Japanese), StringComparison.Ordinal);
        Assert.Contains("`imports`", problem.Message.Remedy(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30T00:00:00", "という日付はありません")]
    [InlineData("2026-13-01T09:00:00+09:00", "という日付はありません")]
    [InlineData("2026-02-28T00:00:00", "の書き方が違います")]
    public void A_time_behind_a_day_does_not_hide_that_the_day_does_not_exist(string day, string said)
    {
        var problem = Assert.Single(
            Problems(
                $$"""
                {
                  "kind": "evidence", "id": "r",
                  "records": [{ "id": "a", "record": "publication", "heldOn": "{{day}}", "by": "b", "summary": "s" }]
                }
                """
            )
        );
        Assert.Contains(said, problem.Message.Text(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("\"3\"")]
    public void An_older_class_is_explained_with_and_without_quotes(string written)
    {
        var problem = Assert.Single(
            Problems(
                    File.ReadAllText(
                            PolicyKit.Testing.Repository.PathOf(
                                "schemas",
                                "examples",
                                "system",
                                "valid",
                                "delivery.json"
                            )
                        )
                        .Replace(
                            "\"confidentiality\": \"3B\"",
                            $"\"confidentiality\": {written}",
                            StringComparison.Ordinal
                        )
                )
                .DistinctBy(p => p.Message.Text(MessageLanguage.Japanese))
        );
        Assert.Contains(
            "今の分類にありません",
            problem.Message.Text(MessageLanguage.Japanese),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("研修", "training")]
    [InlineData("役割の任命", "appointment")]
    [InlineData("棚卸し", "account-review")]
    public void A_kind_of_record_by_its_japanese_name_is_told_by_its_word(string written, string word)
    {
        var problem = Assert.Single(
            Problems(
                $$"""
                {
                  "kind": "evidence", "id": "r",
                  "records": [{ "id": "a", "record": "{{written}}", "heldOn": "2026-05-01", "by": "b", "summary": "s" }]
                }
                """
            )
        );
        var remedy = problem.Message.Remedy(MessageLanguage.Japanese);
        Assert.StartsWith($"`{word}` と書いてください", remedy, StringComparison.Ordinal);
        Assert.Contains("`training` (研修)", remedy, StringComparison.Ordinal);
    }

    private static IEnumerable<Problem> Problems(string text) =>
        DocumentValidator.Validate(SourceDocument.FromText("a.json", text));
}
