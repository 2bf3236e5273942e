using System.IO.Compression;
using System.Xml;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>
/// Reads a Word file (.docx) as lines: one for each paragraph and each row of a table. Of the package only three parts
/// are opened, each up to a limit of characters, without document types and without any external relation.
/// </summary>
internal static class WordSource
{
    /// <summary>What a part may hold when unpacked: fifty million characters are a book of 30,000 pages.</summary>
    private const int LargestPart = 50_000_000;

    public static SourceResult Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.GetEntry("word/document.xml") is not { } main)
                return SourceResult.Failed("import.not-word");
            if (main.Length > LargestPart)
                return SourceResult.Failed("import.too-large-inside", LargestPart / 1_000_000);
            var numbering = Part(zip, "word/numbering.xml", WordNumbering.Read) ?? WordNumbering.None;
            var styles = Part(zip, "word/styles.xml", WordStyles.Read) ?? WordStyles.None;
            var paragraphs = new WordParagraphs(numbering, styles);
            using var document = Open(main);
            var lines = paragraphs.Read(document);
            AddParts(zip, paragraphs.LeftOut);
            return lines.Count == 0
                ? SourceResult.Failed("import.empty")
                : new SourceResult(
                    new SourceText(SourceFormat.Word, lines, true, [.. paragraphs.LeftOut.Notes()]),
                    null
                );
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or NotSupportedException or IOException)
        {
            return SourceResult.Failed("import.not-word");
        }
    }

    private static T? Part<T>(ZipArchive zip, string name, Func<XmlReader, T> read)
        where T : class
    {
        if (zip.GetEntry(name) is not { } part || part.Length > LargestPart)
            return null;
        using var reader = Open(part);
        return read(reader);
    }

    private static void AddParts(ZipArchive zip, LeftOut leftOut)
    {
        foreach (var entry in zip.Entries)
        {
            var name = Path.GetFileNameWithoutExtension(entry.FullName).TrimEnd("0123456789".ToCharArray());
            leftOut.HasMargins |= name is "header" or "footer" && HasText(entry);
            leftOut.HasComments |= name == "comments" && HasText(entry);
            leftOut.HasFootnotes |= name is "footnotes" or "endnotes" && HasText(entry);
        }
    }

    // Word writes the parts of a page even where nothing stands in them.
    private static bool HasText(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestPart)
            return true;
        using var xml = Open(entry);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Text && xml.Value.Trim().Length > 0)
                return true;
        return false;
    }

    // The stated length may lie: the reader stops by itself.
    private static XmlReader Open(ZipArchiveEntry part) =>
        XmlReader.Create(
            new LimitedStream(part.Open(), LargestPart),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
}
