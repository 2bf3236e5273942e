using PolicyKit.Instruments.Sources;

namespace PolicyKit.Instruments.Tests;

/// <summary>Which versions a text speaks of, and since when each is in force.</summary>
public sealed class RevisionHistoryTests
{
    private const string Title = "ひかり市情報セキュリティ規程\n令和2年3月1日訓令第1号\n第1条　情報を守る。\n附　則\n";

    [Theory]
    [InlineData("この訓令は、令和2年4月1日から施行する。\n", "Established 2020-03-01 2020-04-01")]
    [InlineData("この訓令は、公布の日から施行する。\n", "Established 2020-03-01 2020-03-01")]
    [InlineData(
        "この訓令は、令和2年4月1日から施行する。\nこの訓令は、令和5年10月1日から施行する。\n",
        "Established 2020-03-01 2020-04-01 / Partial 2023-10-01 2023-10-01"
    )]
    [InlineData(
        "この訓令は、令和2年4月1日から施行する。\n附　則（令和5年3月20日訓令第4号）\nこの訓令は、令和5年4月1日から施行する。\n",
        "Established 2020-03-01 2020-04-01 / Partial 2023-03-20 2023-04-01"
    )]
    [InlineData(
        "この訓令は、令和2年4月1日から施行する。\n附　則\n（令和5年3月20日訓令第4号）\nこの訓令は、公布の日から施行する。\n",
        "Established 2020-03-01 2020-04-01 / Partial 2023-03-20 2023-03-20"
    )]
    public void A_supplement_gives_the_day_of_decision_and_the_day_in_force(string supplements, string expected) =>
        Assert.Equal(expected, Revisions(Title + supplements));

    [Fact]
    public void An_amendment_that_no_supplement_speaks_of_is_for_a_person_to_date()
    {
        var text = Title.Replace("第1号\n", "第1号\n改正　令和4年3月1日訓令第2号\n", StringComparison.Ordinal);
        var result = Import(text + "この訓令は、令和2年4月1日から施行する。\n");
        Assert.Contains(result.Notes, n => n.IsOpen && n.Message.Code == "import.amendment-without-day");
        Assert.Single(result.Policy!.Revisions);
        Assert.Equal("訓令第1号", Assert.Single(result.Policy.Instrument!.Numbers).Printed);
    }

    [Theory]
    [InlineData("2024年3月5日", "2024-03-05")]
    [InlineData("２０２４年３月５日", "2024-03-05")]
    [InlineData("策定日：令和6年3月5日", "2024-03-05")]
    [InlineData("（平成31年5月7日制定）", "2019-05-07")]
    public void The_day_of_adoption_is_read_as_people_write_it(string line, string day) =>
        Assert.Equal(
            day,
            NodaTime.Text.LocalDatePattern.Iso.Format(
                Import($"ひかり市情報セキュリティ規程\n{line}\n第1条　情報を守る。\n").Policy!.Adoption.Date
            )
        );

    private static ImportResult Import(string text) =>
        PolicyImport.Import(SourceReader.Lines("a.txt", text), new ImportOptions());

    private static string Revisions(string text) =>
        string.Join(
            " / ",
            Import(text).Policy!.Revisions.Select(r => $"{r.Kind} {r.DecidedOn:uuuu-MM-dd} {r.EffectiveOn:uuuu-MM-dd}")
        );
}
