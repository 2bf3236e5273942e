using System.IO.Compression;

namespace PolicyKit.Forms.Tests;

/// <summary>What is inside a workbook, as text.</summary>
internal static class PackageEdits
{
    public static string Text(byte[] package, string entry)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The package with an entry put in or in place of another.</summary>
    public static byte[] With(byte[] package, string entry, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)?.Delete();
            using var target = zip.CreateEntry(entry).Open();
            write(target);
        }

        return stream.ToArray();
    }
}
