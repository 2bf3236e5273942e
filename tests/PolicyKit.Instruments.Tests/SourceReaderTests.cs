using System.IO.Compression;
using System.Text;
using PolicyKit.Instruments.Sources;

namespace PolicyKit.Instruments.Tests;

/// <summary>Foreign files: whatever they hold, reading ends with lines or with a reason.</summary>
public sealed class SourceReaderTests
{
    [Fact]
    public void A_document_that_names_an_external_entity_is_refused() =>
        Assert.Equal(
            "import.not-word",
            Word(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><document><body><p><r><t>&x;</t></r></p></body></document>"
            ).Problem!.Code
        );

    [Fact]
    public void A_document_that_multiplies_entities_is_refused() =>
        Assert.Equal(
            "import.not-word",
            Word("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>").Problem!.Code
        );

    [Fact]
    public void A_document_that_unpacks_to_more_than_a_book_is_refused() =>
        Assert.Equal("import.too-large-inside", SourceReader.Read("a.docx", Packed(60_000_000)).Problem!.Code);

    [Theory]
    [InlineData("PK\u0003\u0004 is no archive", "import.not-word")]
    [InlineData("%PDF-1.7", "import.pdf")]
    [InlineData("", "import.empty")]
    [InlineData("第1条\u0000", "import.not-text")]
    public void What_is_not_a_text_is_named(string content, string code) =>
        Assert.Equal(code, SourceReader.Read("a.txt", Encoding.UTF8.GetBytes(content)).Problem!.Code);

    [Fact]
    public void An_archive_without_a_document_is_not_a_word_file() =>
        Assert.Equal("import.not-word", SourceReader.Read("a.docx", Packed(10, "other.xml")).Problem!.Code);

    [Fact]
    public void A_page_that_nests_without_end_is_refused_before_it_is_parsed()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + "第1条　目的";
        Assert.Equal("import.too-deep", SourceReader.Read("a.html", Encoding.UTF8.GetBytes(page)).Problem!.Code);
    }

    [Fact]
    public void Paragraphs_that_are_not_closed_do_not_nest()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<p>情報を守る。", 2_000));
        Assert.Equal(2_000, SourceReader.Read("a.html", Encoding.UTF8.GetBytes(page)).Text!.Lines.Count);
    }

    [Fact]
    public void Scripts_styles_and_hidden_parts_of_a_page_are_not_text()
    {
        var page =
            "<html><body><script>第9条</script><style>第8条</style><p hidden>第7条</p><p>第1条　目的</p></body></html>";
        Assert.Equal(
            ["第1条　目的"],
            SourceReader.Read("a.html", Encoding.UTF8.GetBytes(page)).Text!.Lines.Select(l => l.Text)
        );
    }

    [Fact]
    public void Old_encodings_are_read_and_said()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("第1条　目的\r\n");
        var text = SourceReader.Read("a.txt", bytes).Text!;
        Assert.Equal("第1条　目的\n", text.Joined);
        Assert.Contains(text.Notes, n => n.Code == "import.shift-jis");
    }

    [Fact]
    public void Any_bytes_end_in_lines_or_a_reason()
    {
        var random = new Random(17);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (i % 3 == 0)
                "PK\u0003\u0004"u8.CopyTo(bytes.AsSpan(0, Math.Min(4, bytes.Length)).Length == 4 ? bytes : new byte[4]);
            var result = SourceReader.Read(i % 2 == 0 ? "a.html" : "a.txt", bytes);
            Assert.True(result.Text is null != (result.Problem is null));
        }
    }

    private static SourceResult Word(string document) => WordFile.Read(("word/document.xml", document));

    private static byte[] Packed(int size, string name = "word/document.xml")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        using (var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
            part.Write(new byte[size]);
        return file.ToArray();
    }
}
