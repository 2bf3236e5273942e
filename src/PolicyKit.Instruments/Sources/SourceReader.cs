using System.Text;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>
/// Reads a document of somebody else's: its kind is found from its first bytes, its size is limited before anything is
/// unpacked, and whatever is wrong with it is a result.
/// </summary>
internal static class SourceReader
{
    /// <summary>A policy of three pages has 10 kB; the greatest collection page that was seen has 2 MB.</summary>
    public const int LargestFile = 20_000_000;

    public static SourceResult Read(string name, byte[] bytes)
    {
        if (bytes.Length > LargestFile)
            return SourceResult.Failed("import.too-large", LargestFile / 1_000_000);
        if (bytes.Length == 0)
            return SourceResult.Failed("import.empty");
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return WordSource.Read(bytes);
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            return SourceResult.Failed("import.pdf");
        if (bytes.AsSpan().StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0]))
            return SourceResult.Failed("import.old-word");
        var notes = new List<LocalizedMessage>();
        if (Decoded(bytes, notes) is not { } text)
            return SourceResult.Failed("import.not-text");
        if (IsHtml(name, text))
            return HtmlSource.Read(text, notes);
        return new SourceResult(Lines(name, text, notes), null);
    }

    /// <summary>A text as lines.</summary>
    public static SourceText Lines(string name, string text, List<LocalizedMessage>? notes = null)
    {
        notes ??= [];
        if (
            text.Contains("\r\n", StringComparison.Ordinal)
            && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)
        )
            notes.Add(InstrumentMessages.Catalog.Message("import.mixed-line-ends"));
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var ends = lines[^1].Length == 0;
        if (ends)
            lines.RemoveAt(lines.Count - 1);
        var format = IsMarkdown(name, lines) ? SourceFormat.Markdown : SourceFormat.Text;
        var rows = format == SourceFormat.Markdown ? MarkdownTable.Rows(lines) : [];
        return new SourceText(
            format,
            [.. lines.Select((line, i) => new SourceLine(i + 1, line, rows.Contains(i)))],
            ends,
            notes
        );
    }

    // UTF-8, with or without a mark, UTF-16 with one, or what old Windows files are written in.
    private static string? Decoded(byte[] bytes, List<LocalizedMessage> notes)
    {
        if (bytes.AsSpan().StartsWith((byte[])[0xFF, 0xFE]))
            return Plain(Encoding.Unicode.GetString(bytes.AsSpan(2)));
        if (bytes.AsSpan().StartsWith((byte[])[0xFE, 0xFF]))
            return Plain(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)));
        var marked = bytes.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        try
        {
            return Plain(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(marked)));
        }
        catch (DecoderFallbackException)
        {
            return InShiftJis(bytes, notes);
        }
    }

    private static string? InShiftJis(byte[] bytes, List<LocalizedMessage> notes)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                932,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            );
            var text = Plain(encoding!.GetString(bytes));
            if (text is not null)
                notes.Add(InstrumentMessages.Catalog.Message("import.shift-jis"));
            return text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A control character is in no official text.
    private static string? Plain(string text) =>
        text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) ? null : text;

    private static bool IsHtml(string name, string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";
    }

    private static bool IsMarkdown(string name, List<string> lines) =>
        Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown"
        || (
            Path.GetExtension(name).ToLowerInvariant() is not ".txt"
            && lines.Count(l =>
                l.StartsWith("# ", StringComparison.Ordinal) || l.StartsWith("## ", StringComparison.Ordinal)
            ) > 1
        );
}
