using PolicyKit.Instruments.Comparison;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Tests;

/// <summary>Two versions of a policy side by side.</summary>
public sealed class PolicyDiffTests
{
    private const string Old = """
        ひかり市情報セキュリティ規程
        令和2年3月1日訓令第1号
        （目的）
        第1条　この規程は、情報資産の保護に必要な事項を定める。
        （管理）
        第2条　職員は、次に掲げる措置を講ずる。
        (1)　パスワードは、10文字以上とすること。
        (2)　記録媒体を施錠した場所に保管すること。
        （廃棄）
        第3条　機器を廃棄するときは、情報を消去する。
        （委任）
        第4条　この規程の施行に関し必要な事項は、市長が別に定める。
        """;

    [Fact]
    public void A_new_article_renumbers_those_after_it_and_they_are_seen_as_the_same()
    {
        var rows = Changed(
            Old.Replace(
                    "（廃棄）\n第3条",
                    "（貸出し）\n第3条　機器を貸し出すときは、台帳に記録する。\n（廃棄）\n第4条",
                    StringComparison.Ordinal
                )
                .Replace("（委任）\n第4条", "（委任）\n第5条", StringComparison.Ordinal)
        );
        Assert.Equal(["Added 第3条 <- ", "Renumbered 第4条 <- 第3条", "Renumbered 第5条 <- 第4条"], rows.Select(Line));
    }

    [Fact]
    public void A_deleted_item_stands_where_it_stood()
    {
        var diff = Diff(Old.Replace("(1)　パスワードは、10文字以上とすること。\n(2)", "(1)", StringComparison.Ordinal));
        Assert.Equal(
            ["Deleted  <- 第2条第1号", "Renumbered 第2条第1号 <- 第2条第2号"],
            diff.Rows.Where(r => r.IsChanged).Select(Line)
        );
    }

    [Theory]
    [InlineData("10文字以上", "12文字以上", "12", "10")]
    [InlineData("情報資産の保護", "情報機器の保護", "機器", "資産")]
    [InlineData("消去する。", "消去しなければならない。", "しなければならない", "する")]
    [InlineData("市長が別に定める", "市長が定める", "", "別に")]
    public void Only_the_words_that_changed_are_marked(string before, string after, string added, string removed)
    {
        var row = Assert.Single(Changed(Old.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal([ChangeKind.Reworded], row.Changes);
        Assert.Equal(added, string.Concat(row.NewText.Where(t => t.IsChanged).Select(t => t.Text)));
        Assert.Equal(removed, string.Concat(row.OldText.Where(t => t.IsChanged).Select(t => t.Text)));
    }

    [Fact]
    public void Other_characters_for_the_same_words_are_no_change_of_what_is_said() =>
        Assert.Equal(
            [ChangeKind.Notation],
            Assert.Single(Changed(Old.Replace("10文字", "１０文字", StringComparison.Ordinal))).Changes
        );

    [Fact]
    public void A_provision_that_goes_elsewhere_was_moved()
    {
        var moved = Old.Replace("(2)　記録媒体を施錠した場所に保管すること。\n", "", StringComparison.Ordinal)
            .Replace(
                "情報を消去する。",
                "次による。\n(1)　記録媒体を施錠した場所に保管すること。",
                StringComparison.Ordinal
            );
        Assert.Contains("Renumbered Moved 第3条第1号 <- 第2条第2号", Changed(moved).Select(Line));
    }

    [Fact]
    public void Equal_texts_have_no_difference()
    {
        var diff = Diff(Old);
        Assert.True(diff.IsEmpty);
        var page = DiffMarkdown.Render(Document(diff), new DiffOptions(), MessageLanguage.Japanese);
        Assert.Contains("違いはありません", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FixtureTests.Texts), MemberType = typeof(FixtureTests))]
    public void No_character_of_either_text_is_lost(string file)
    {
        var policy = FixtureTests.Import(file).Policy!;
        var other = FixtureTests.Import("01-heading-above.txt").Policy!;
        foreach (var (old, now) in new[] { (policy, other), (other, policy) })
        {
            var diff = PolicyDiff.Of(old, now);
            Assert.Equal(Letters(old), Letters(diff.Rows.SelectMany(r => r.OldText)));
            Assert.Equal(Letters(now), Letters(diff.Rows.SelectMany(r => r.NewText)));
        }
    }

    [Fact]
    public void Hostile_text_is_text_in_every_table()
    {
        var diff = Document(
            Diff(Old.Replace("情報を消去する", "<script>alert(1)</script>|を消去する", StringComparison.Ordinal))
        );
        var page = DiffHtml.Render(diff, new DiffOptions(), MessageLanguage.Japanese);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        var table = DiffMarkdown.Render(diff, new DiffOptions(), MessageLanguage.Japanese);
        Assert.Contains("\\|", table, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_and_rows_follow_the_options()
    {
        var diff = Document(Diff(Old.Replace("10文字", "12文字", StringComparison.Ordinal)));
        var list = new DiffOptions { IsNewFirst = false, IsList = true };
        var lines = DiffMarkdown.Render(diff, list, MessageLanguage.Japanese).Split('\n');
        Assert.Equal("| 条項 | 改正前 | 改正後 | 備考 |", lines[2]);
        Assert.Contains(
            "| 第2条第1号 | (1)　パスワードは、<u>10</u>文字以上とすること。 | (1)　パスワードは、<u>12</u>文字以上とすること。 | 改正 |",
            lines
        );
        // The article that holds the item is shown, and what lies between is left out.
        Assert.Equal(2, lines.Count(l => l.Contains("（略）", StringComparison.Ordinal)));
        var all = DiffMarkdown.Render(diff, list with { HasAllRows = true }, MessageLanguage.Japanese);
        Assert.DoesNotContain("（略）", all, StringComparison.Ordinal);
    }

    private static string Line(DiffRow row) =>
        $"{string.Join(' ', row.Changes)} {row.NewCitation} <- {row.OldCitation}";

    private static IReadOnlyList<DiffRow> Changed(string text) => [.. Diff(text).Rows.Where(r => r.IsChanged)];

    private static PolicyDiff Diff(string text) => PolicyDiff.Of(Import(Old), Import(text));

    private static DiffDocument Document(PolicyDiff diff) => new(diff.New.Title, diff, []);

    private static SecurityPolicy Import(string text) =>
        PolicyImport.Import(SourceReader.Lines("a.txt", text + "\n"), new ImportOptions()).Policy!;

    private static string Letters(IEnumerable<TextPiece> pieces) => Sorted(string.Concat(pieces.Select(p => p.Text)));

    private static string Letters(SecurityPolicy policy) =>
        Sorted(string.Join('\n', Rendering.PolicyText.Lines(policy).Select(l => l.Text)));

    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}
