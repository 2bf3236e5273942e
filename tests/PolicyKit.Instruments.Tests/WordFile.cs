using System.IO.Compression;
using PolicyKit.Instruments.Sources;

namespace PolicyKit.Instruments.Tests;

/// <summary>Word documents made of their parts.</summary>
internal static class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A part whose elements are Word's: the body of a document, styles, numbering.</summary>
    public static (string Name, string Xml) Part(string name, string root, string content) =>
        (
            $"word/{name}.xml",
            $"<w:{root} xmlns:w=\"{Main}\" xmlns:mc=\"urn:mc\" xmlns:wp=\"urn:wp\">{content}</w:{root}>"
        );

    public static SourceResult Read(params (string Name, string Xml)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
            foreach (var (name, xml) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }

        return SourceReader.Read("a.docx", file.ToArray());
    }
}
