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
            var numbering = WordNumbering.None;
            if (zip.GetEntry("word/numbering.xml") is { } part && part.Length <= LargestPart)
                using (var reader = Open(part))
                    numbering = WordNumbering.Read(reader);
            var notes = new List<LocalizedMessage>();
            if (zip.GetEntry("word/footnotes.xml") is not null)
                notes.Add(InstrumentMessages.Catalog.Message("import.footnotes"));
            using var document = Open(main);
            var lines = new WordParagraphs(numbering).Read(document);
            return lines.Count == 0
                ? SourceResult.Failed("import.empty")
                : new SourceResult(new SourceText(SourceFormat.Word, lines, true, notes), null);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or NotSupportedException or IOException)
        {
            return SourceResult.Failed("import.not-word");
        }
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
