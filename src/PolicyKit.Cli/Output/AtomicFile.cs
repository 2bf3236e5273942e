using System.Text;
using PolicyKit.Cli.Failures;

namespace PolicyKit.Cli.Output;

/// <summary>Files that are written whole or not at all: whoever reads one sees the old one or the new one.</summary>
internal static class AtomicFile
{
    /// <exception cref="CliException">The file cannot be written. Nothing is left behind.</exception>
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    /// <exception cref="CliException">The file cannot be written. Nothing is left behind.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw CliException.Usage("cli.unwritable-file", path, e.Message);
        }
    }
}
