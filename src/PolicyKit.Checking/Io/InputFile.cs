using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>Files that the user named.</summary>
internal static class InputFile
{
    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static SourceDocument Read(string path)
    {
        var shown = PathText.Shown(path);
        return SourceDocument.FromBytes(shown, Bytes(path, shown));
    }

    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static byte[] Bytes(string path, string shown)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CheckException.Usage("io.no-such-file", shown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckException.Usage("io.unreadable-file", shown, e.Message);
        }
    }
}
