using NodaTime;
using NodaTime.Text;
using PolicyKit.Instruments.Amendments;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>
/// 改め文 of thirty-six pairs of texts, each with the amendment that a drafter wrote for it before there was any here.
/// Where ours says the same in other words of the convention, both stand in the folder.
/// </summary>
public sealed class AmendmentTextTests
{
    // What the drafter would not write by machine.
    private static readonly string[] Refused = ["33", "34", "35", "36"];

    public static TheoryData<string> Cases => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("tests", "PolicyKit.Instruments.Tests", "Fixtures", "amendments");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_written_as_the_conventions_have_it(string name)
    {
        var path = Path.Combine(Folder, name, "expected.txt");
        var actual = Text(Written(name));
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Most_are_word_for_word_what_the_drafter_wrote()
    {
        var same = Names.Count(c => Drafted(c) == Lines(Written(c)));
        Assert.True(same >= 22, $"{same}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Carried_out_by_another_reader_it_makes_the_new_text(string name)
    {
        var amendment = Written(name);
        var isOfWholeText = amendment.Notes.Any(n => n.Code == "amendment.whole");
        if (amendment.Lines.Count == 0 || isOfWholeText)
            return;
        var made = AmendedLines.Of(File.ReadAllLines(Path.Combine(Folder, name, "old.txt")), amendment.Lines);
        Assert.Equal(AmendedLines.Bare(File.ReadAllLines(Path.Combine(Folder, name, "new.txt"))), made);
    }

    [Fact]
    public void What_a_drafter_gives_back_is_refused_with_the_reason()
    {
        Assert.All(Refused, c => Assert.NotEmpty(Written(c).Refusals));
        Assert.All(Refused, c => Assert.Empty(Written(c).Lines));
        Assert.Contains("第５条が重複", Text(Written("33")), StringComparison.Ordinal);
        Assert.Contains(
            "第６条の「第５条」は改正前の第５条を指していました",
            Text(Written("34")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_text_that_did_not_change_has_nothing_to_amend()
    {
        var old = Read(Path.Combine(Folder, "01", "old.txt"));
        Assert.Equal("amendment.nothing", Assert.Single(AmendmentText.Of(old, old, new()).Refusals).Code);
    }

    private const string Base = """
        ひかり町端末取扱規程
        平成二十八年三月一日ひかり町訓令第三号
        （目的）
        第一条　この規程は、端末の取扱いに必要な事項を定める。
        （設置）
        第二条　端末は、庁舎に設置する。
        （点検）
        第三条　端末は、毎月点検する。
        （記録）
        第四条　前条の点検の結果は、台帳に記録する。
        附　則
        この規程は、平成二十八年四月一日から施行する。
        別表第一（第二条関係）
        庁舎　一台
        """;

    [Theory]
    // The numerals of the number are those of the text.
    [InlineData("毎月点検", "毎週点検", "（平成二十八年ひかり町訓令第三号）の一部を")]
    // What is printed above a table is a part of it.
    [InlineData(
        "（第二条関係）",
        "（第二条、第三条関係）",
        "別表第一中「（第二条関係）」を「（第二条、第三条関係）」に改める。"
    )]
    // A new table stands behind the last one.
    [InlineData("庁舎　一台", "庁舎　一台\n別表第二（第二条関係）\n支所　二台", "別表第一の次に次の一表を加える。")]
    public void A_text_as_bodies_print_it_is_amended_as_it_is_printed(string before, string after, string said) =>
        Assert.Contains(said, Lines(Amended(before, after)), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "（目的）\n第一条",
        "私たちは、町民の信頼に応えるため、この規程を守ることをここに宣言し、町の情報を守るものとする。\n（目的）\n第一条",
        "amendment.front"
    )]
    [InlineData("台帳に記録する", "第九条の台帳に記録する", "amendment.reference-missing")]
    public void What_the_sentences_would_leave_out_is_refused(string before, string after, string code) =>
        Assert.Contains(code, Amended(before, after).Refusals.Select(r => r.Code));

    [Fact]
    public void Several_that_go_are_named_together()
    {
        var gone = Base[
            Base.IndexOf("（設置）", StringComparison.Ordinal)..Base.IndexOf("（記録）", StringComparison.Ordinal)
        ];
        var amended = Lines(Amended(gone + "（記録）\n第四条　前条の点検", "（記録）\n第二条　端末の点検"));
        Assert.Contains("　第二条及び第三条を削る。\n", amended, StringComparison.Ordinal);
        Assert.Contains("同条を第二条とする。", amended, StringComparison.Ordinal);
    }

    private static AmendmentResult Amended(string before, string after)
    {
        Assert.Contains(before, Base, StringComparison.Ordinal);
        return AmendmentText.Of(Imported(Base), Imported(Base.Replace(before, after, StringComparison.Ordinal)), new());
    }

    private static SecurityPolicy Imported(string text) =>
        PolicyImport
            .Import(SourceReader.Lines("text.txt", text + "\n"), new ImportOptions { Body = "ひかり町" })
            .Policy!;

    private static AmendmentResult Written(string name)
    {
        var folder = Path.Combine(Folder, name);
        var day = Path.Combine(folder, "effective-on.txt");
        LocalDate? effective = File.Exists(day) ? LocalDatePattern.Iso.Parse(File.ReadAllText(day).Trim()).Value : null;
        return AmendmentText.Of(
            Read(Path.Combine(folder, "old.txt")),
            Read(Path.Combine(folder, "new.txt")),
            new AmendmentOptions { EffectiveOn = effective }
        );
    }

    private static string? Drafted(string name) =>
        Path.Combine(Folder, name, "drafted.txt") is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private static string Lines(AmendmentResult result) => string.Concat(result.Lines.Select(l => l + "\n"));

    private static string Text(AmendmentResult result) =>
        Lines(result)
        + string.Concat(result.Refusals.Select(r => $"! {r.Text(MessageLanguage.Japanese)}\n"))
        + string.Concat(result.Notes.Select(n => $"  {n.Text(MessageLanguage.Japanese)}\n"));

    private static SecurityPolicy Read(string path) =>
        PolicyImport
            .Import(
                SourceReader.Read(path, File.ReadAllBytes(path)).Text!,
                new ImportOptions { Adopted = new LocalDate(2020, 1, 1) }
            )
            .Policy!;
}
