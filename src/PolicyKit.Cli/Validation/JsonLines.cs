using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// One JSON text a line, read line by line: memory holds one line, whatever the size of the file. Blank lines between
/// them are none.
/// </summary>
internal sealed class JsonLines(string shown, string encoding)
{
    private const int BufferSize = 1 << 16;

    /// <exception cref="CheckException">The file cannot be read.</exception>
    public IEnumerable<SourceDocument> Read(string path)
    {
        var any = false;
        foreach (var (line, bytes) in Lines(path))
        {
            if (Array.TrueForAll(bytes, b => b is (byte)' ' or (byte)'\t'))
                continue;
            any = true;
            var (text, problem) = TextEncodings.Decode(bytes, encoding, isYaml: false);
            yield return SourceDocument.FromPart(
                shown,
                problem is null
                    ? JsonText.Read(text, new JsonReadOptions { FirstLine = line })
                    : JsonText.Invalid(problem, new TextPosition(line, 1)),
                text,
                line
            );
        }

        if (!any)
            yield return SourceDocument.FromBytes(shown, []);
    }

    private IEnumerable<(int Line, byte[] Bytes)> Lines(string path)
    {
        using var stream = InputFile.Open(path, shown);
        var (buffer, line, pending) = (new byte[BufferSize], 1, new MemoryStream());
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            var start = 0;
            while (Array.IndexOf(buffer, (byte)'\n', start, read - start) is var end and >= 0)
            {
                pending.Write(buffer, start, end - start);
                yield return (line++, Taken(pending, line == 2));
                start = end + 1;
            }

            // One byte beyond the limit is enough for the reader to say so.
            if (pending.Length <= JsonReadOptions.Default.MaxBytes)
                pending.Write(buffer, start, read - start);
        }

        yield return (line, Taken(pending, line == 1));
    }

    private static byte[] Taken(MemoryStream pending, bool isFirst)
    {
        var bytes = pending.ToArray();
        pending.SetLength(0);
        var start = isFirst && bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var end = bytes.Length > start && bytes[^1] == '\r' ? bytes.Length - 1 : bytes.Length;
        return bytes[start..end];
    }
}
