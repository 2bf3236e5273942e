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

    /// <exception cref="CheckException">The path is empty, or none that a file can have.</exception>
    public static string FullPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw CheckException.Usage("io.empty-path");
        return path.Contains('\0', StringComparison.Ordinal)
            ? throw CheckException.Usage("io.no-such-file", path)
            : Path.GetFullPath(path);
    }

    /// <summary>The bytes of a file. A device, a pipe, or what pretends to be one is as empty as it says.</summary>
    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static byte[] Bytes(string path, string shown) =>
        Length(path, shown) == 0 ? [] : Tried(shown, () => File.ReadAllBytes(path));

    /// <summary>
    /// How many bytes a file has, before it is read. A device and a pipe have none: they are never opened, for they
    /// may have no end.
    /// </summary>
    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static long Length(string path, string shown) =>
        Tried(
            shown,
            () =>
            {
                var file = new FileInfo(path);
                // The link says how long its target's name is, not how long the target is.
                return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            }
        );

    /// <summary>A file to be read piece by piece.</summary>
    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static Stream Open(string path, string shown) =>
        Length(path, shown) == 0 ? Stream.Null : Tried<Stream>(shown, () => File.OpenRead(path));

    private static T Tried<T>(string shown, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw CheckException.Usage("io.no-such-file", shown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckException.Usage("io.unreadable-file", shown, e.Message);
        }
    }
}
