using System.Text;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;

namespace PolicyKit.Instruments.Tests;

/// <summary>What a document holds and is not its text in force: it is left out, and the report says so.</summary>
public sealed class LeftOutTests
{
    [Theory]
    [InlineData("<del>旧</del>", "取り消された文字 1 か所は取り込んでいません: `旧`")]
    [InlineData("<s>旧</s>", "取り消された文字 1 か所は取り込んでいません: `旧`")]
    [InlineData(
        "<span style='text-decoration: underline line-through'>旧</span>",
        "取り消された文字 1 か所は取り込んでいません: `旧`"
    )]
    [InlineData("<span style='display: none'>影</span>", "隠された文字 1 か所は取り込んでいません: `影`")]
    [InlineData("<span hidden>影</span>", "隠された文字 1 か所は取り込んでいません: `影`")]
    [InlineData("<img alt='組織図'>", "図 1 点は取り込んでいません: `組織図`")]
    [InlineData("<input value='10文字'>", "入力欄 1 か所は取り込んでいません: `10文字`")]
    [InlineData("<ruby>改竄<rt>かいざん</rt></ruby>を防ぐ", "ふりがなは取り込んでいません")]
    public void A_page_says_what_it_did_not_give(string markup, string note)
    {
        var text = Page($"<p>第1条　情報{markup}</p>");
        Assert.Equal("第1条　情報", text.Lines[0].Text.Replace("改竄を防ぐ", "", StringComparison.Ordinal));
        Assert.Equal(note, Assert.Single(text.Notes).Text(MessageLanguage.Japanese));
    }

    [Theory]
    [InlineData("<ol><li>甲</li><li>乙</li></ol>", "1.　甲 2.　乙")]
    [InlineData("<ol start='3'><li>甲</li><li value='7'>乙</li><li>丙</li></ol>", "3.　甲 7.　乙 8.　丙")]
    [InlineData("<ol type='a'><li>甲</li><li>乙</li></ol>", "a.　甲 b.　乙")]
    [InlineData("<ol reversed><li>甲</li><li>乙</li></ol>", "2.　甲 1.　乙")]
    public void The_numbers_of_a_list_are_written_out(string list, string lines)
    {
        var text = Page(list);
        Assert.Equal(lines, string.Join(' ', text.Lines.Select(l => l.Text)));
        Assert.Contains(text.Notes, n => n.Code == "import.written-numbers");
    }

    [Theory]
    [InlineData("<ol style='list-style-type: none'><li>甲</li></ol>", "甲")]
    [InlineData("<ol><li>(1)　甲</li><li>(2)　乙</li></ol>", "(1)　甲 (2)　乙")]
    [InlineData("<ul><li>甲</li></ul>", "甲")]
    public void A_list_that_shows_no_number_of_its_own_gets_none(string list, string lines) =>
        Assert.Equal(lines, string.Join(' ', Page(list).Lines.Select(l => l.Text)));

    [Fact]
    public void Tracked_deletions_struck_and_hidden_runs_of_word_are_not_text()
    {
        var text = Word(
            "<w:p><w:r><w:t>第1条　情報を</w:t></w:r><w:del><w:r><w:delText>消す</w:delText></w:r></w:del>"
                + "<w:r><w:rPr><w:strike/></w:rPr><w:t>旧</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>影</w:t></w:r>"
                + "<w:ins><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>守る。</w:t></w:r></w:ins></w:p>"
        );
        Assert.Equal("第1条　情報を守る。", text.Lines[0].Text);
        Assert.Equal(
            [
                "取り消された文字 2 か所は取り込んでいません: `消す / 旧`",
                "隠された文字 1 か所は取り込んでいません: `影`",
            ],
            text.Notes.Select(n => n.Text(MessageLanguage.Japanese))
        );
    }

    [Fact]
    public void A_text_box_of_word_is_read_once_and_readings_are_not()
    {
        var text = Word(
            "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>別記</w:t></w:r></mc:Choice>"
                + "<mc:Fallback><w:r><w:t>別記</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
                + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かいざん</w:t></w:r></w:rt>"
                + "<w:rubyBase><w:r><w:t>改竄</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
        );
        Assert.Equal(["別記", "改竄"], text.Lines.Select(l => l.Text));
        Assert.Equal("import.ruby", Assert.Single(text.Notes).Code);
    }

    [Fact]
    public void Headers_comments_and_notes_of_word_are_said_only_where_they_hold_text()
    {
        var body = WordFile.Part(
            "document",
            "document",
            "<w:body><w:p><w:r><w:t>第1条　目的</w:t></w:r></w:p></w:body>"
        );
        var header = WordFile.Part("header2", "hdr", "<w:p><w:r><w:t>案</w:t></w:r></w:p>");
        var comments = WordFile.Part(
            "comments",
            "comments",
            "<w:comment><w:p><w:r><w:t>要確認</w:t></w:r></w:p></w:comment>"
        );
        var footer = WordFile.Part("footer1", "ftr", "<w:p/>");
        Assert.Equal(
            ["import.margins", "import.comments"],
            WordFile.Read(body, header, comments, footer).Text!.Notes.Select(n => n.Code)
        );
        Assert.Empty(WordFile.Read(body, footer).Text!.Notes);
    }

    [Fact]
    public void A_style_of_word_numbers_its_paragraphs_and_makes_headings_whatever_its_id()
    {
        var numbering = WordFile.Part(
            "numbering",
            "numbering",
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                + "<w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>"
        );
        var styles = WordFile.Part(
            "styles",
            "styles",
            "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId=\"a0\"><w:name w:val=\"条\"/><w:basedOn w:val=\"1\"/></w:style>"
        );
        var body = WordFile.Part(
            "document",
            "document",
            "<w:body>"
                + "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>目的</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"a0\"/></w:pPr><w:r><w:t>定義</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"a0\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>本文</w:t></w:r></w:p>"
                + "</w:body>"
        );
        var lines = WordFile.Read(body, styles, numbering).Text!.Lines;
        Assert.Equal(["第1条　目的", "第2条　定義", "本文"], lines.Select(l => l.Text));
        Assert.All(lines, l => Assert.True(l.IsHeading));
    }

    private static SourceText Page(string body) =>
        SourceReader.Read("a.html", Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>")).Text!;

    private static SourceText Word(string body) =>
        WordFile.Read(WordFile.Part("document", "document", $"<w:body>{body}</w:body>")).Text!;
}
