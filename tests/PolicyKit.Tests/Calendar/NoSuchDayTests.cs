using PolicyKit.Calendar;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Calendar;

/// <summary>A date that does not exist says so, in every notation that is read.</summary>
public sealed class NoSuchDayTests
{
    [Theory]
    [InlineData("2026-02-30", "開始日 `2026-02-30` という日付はありません", "2026年2月は28日までです")]
    [InlineData("2026/2/30", "開始日 `2026/2/30` という日付はありません", "2026年2月は28日までです")]
    [InlineData(
        "２０２６年２月３０日",
        "開始日 `２０２６年２月３０日` という日付はありません",
        "2026年2月は28日までです"
    )]
    [InlineData("20260230", "開始日 `20260230` という日付はありません", "2026年2月は28日までです")]
    [InlineData(
        "2026-13-01",
        "開始日 `2026-13-01` という日付はありません (13月はありません)",
        "月は01から12で書いてください"
    )]
    [InlineData(
        "令和8年2月30日",
        "`令和8年2月30日` という日はありません",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData(
        "令和八年二月三十日",
        "`令和八年二月三十日` という日はありません",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData("昭和70年", "`昭和70年` という日付はありません", "実在する日付を 2026-04-01 の形で書いてください")]
    [InlineData(
        "平成40年5月",
        "`平成40年5月` という日付はありません",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData(
        "二〇二六年二月三十日",
        "`二〇二六年二月三十日` という日付はありません",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData(
        "二〇二六年四月一日",
        "`二〇二六年四月一日` は数字の日付ではありません",
        "`2026-04-01` と書いてください"
    )]
    [InlineData(
        "S70-4-1",
        "`S70-4-1` はありません (元号の最終日は昭和64年1月7日)",
        "その日付が `1995-04-01` のことであれば、西暦でそう書いてください"
    )]
    [InlineData("R8.2.30", "`R8.2.30` という日はありません", "実在する日付を 2026-04-01 の形で書いてください")]
    [InlineData(
        "Ｒ８．１３．１",
        "`Ｒ８．１３．１` という日はありません",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData(
        "平成40年5月1日",
        "`平成40年5月1日` はありません (元号の最終日は平成31年4月30日)",
        "その日付が `2028-05-01` のことであれば、西暦でそう書いてください"
    )]
    [InlineData(
        "昭和70年4月1日",
        "`昭和70年4月1日` はありません (元号の最終日は昭和64年1月7日)",
        "その日付が `1995-04-01` のことであれば、西暦でそう書いてください"
    )]
    [InlineData(
        "令和元年4月1日",
        "`令和元年4月1日` は令和が始まる前の日付です",
        "実在する日付を 2026-04-01 の形で書いてください"
    )]
    [InlineData("明和8年4月1日", "元号 `明和` は登録されていません", "実在する日付を 2026-04-01 の形で書いてください")]
    public void In_a_declaration(string written, string sentence, string remedy)
    {
        var document = SourceDocument.FromText(
            "system.json",
            Sample.System.Source.Content.Replace("\"from\": \"2026-04-01\"", $"\"from\": \"{written}\"")
        );
        var problem = Assert.Single(DocumentValidator.Validate(document));
        Assert.Equal(
            (sentence, remedy),
            (problem.Message.Text(MessageLanguage.Japanese), problem.Message.Remedy(MessageLanguage.Japanese))
        );
    }

    [Theory]
    [InlineData("令和8年2月30日 訓令第1号")]
    [InlineData("(令和８年２月３０日訓令第１号)")]
    [InlineData("平成40年5月1日 訓令第1号")]
    [InlineData("昭和七十年四月一日")]
    public void In_the_printed_line_of_a_policy(string printed) =>
        Assert.Contains(
            PolicySerializer.Read(With(p => p["adoption"]!["printed"] = printed)).Problems,
            p => p.Code == "policy.printed-day"
        );

    [Theory]
    [InlineData("この訓令は、令和9年2月29日から施行する。", true)]
    [InlineData("この訓令は、令和10年2月29日から施行する。", false)]
    [InlineData("この訓令は、平成40年5月1日から施行する。", true)]
    [InlineData("平成15年法律第57号による。", false)]
    [InlineData("平成の時代の休日", false)]
    public void In_the_text_of_a_policy(string text, bool isWrong)
    {
        var document = With(p => p["provisions"]![0]!["text"] = text);
        var problems = PolicyLints.Check(PolicySerializer.Read(document).Value!, document);
        Assert.Equal(isWrong, problems.Any(p => p.Code == "lint.no-such-day"));
    }

    // 平成32年 was a day to come for whoever wrote in 平成27年.
    [Fact]
    public void Years_that_an_era_counted_ahead_while_it_went_on_are_left_alone()
    {
        Assert.Empty(JapaneseDate.Wrong("平成32年4月1日まで", new NodaTime.LocalDate(2015, 4, 1)));
        Assert.Single(JapaneseDate.Wrong("平成32年4月1日まで", new NodaTime.LocalDate(2019, 5, 1)));
    }

    private static SourceDocument With(Action<System.Text.Json.Nodes.JsonNode> change)
    {
        var policy = System.Text.Json.Nodes.JsonNode.Parse(
            Sample.File("src/PolicyKit.Packs.MohSewerage/policy.json").Content
        )!;
        change(policy);
        return SourceDocument.FromText("policy.json", policy.ToJsonString());
    }
}
