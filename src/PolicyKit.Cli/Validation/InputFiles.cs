using System.Text;
using Microsoft.Extensions.FileSystemGlobbing;
using PolicyKit.Cli.Output;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>The files that the arguments of <c>validate</c> name, decoded and read: JSON, JSON Lines, YAML, standard input.</summary>
internal sealed class InputFiles(string encoding, Func<Stream> standardInput)
{
    public const string StandardInput = "-";

    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson", ".yaml", ".yml"];

    /// <summary>The files that paths, folders and patterns name, each once, those of a folder or a pattern in ordinal order.</summary>
    /// <exception cref="CliException">A path does not exist, a folder holds nothing to validate, or a pattern fits nothing.</exception>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> paths)
    {
        var (files, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var path in paths)
        foreach (var file in Expand(path))
            if (seen.Add(file))
                files.Add(file);
        return files;
    }

    /// <summary>The documents in a file: one, or one for each line of JSON Lines and each document of YAML. Never throws on bad data.</summary>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public IEnumerable<SourceDocument> Read(string path)
    {
        var shown = path == StandardInput ? path : PathText.Shown(Path.GetFullPath(path));
        var (bytes, problem) = Decode(Load(path, shown));
        var extension = Path.GetExtension(path);
        if (IsOneOf(extension, ".jsonl", ".ndjson"))
            return Lines(shown, bytes);
        if (IsOneOf(extension, ".yaml", ".yml"))
            return problem is null
                ? YamlText.Read(shown, bytes)
                : [SourceDocument.FromPart(shown, JsonText.Invalid(problem, new TextPosition(1, 1)), bytes)];
        var document = SourceDocument.FromBytes(shown, bytes);
        // The reader knows where the first wrong byte is, and this class what the whole looks like.
        return
        [
            problem is not null && document.Text.Error is { } error
                ? SourceDocument.FromPart(shown, JsonText.Invalid(problem, error.Position), bytes)
                : document,
        ];
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (path == StandardInput || File.Exists(path))
            return [path];
        if (Directory.Exists(path))
        {
            var found = Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(f => IsOneOf(Path.GetExtension(f), Extensions))
                .Order(StringComparer.Ordinal)
                .ToArray();
            return found.Length > 0
                ? found
                : throw CliException.Usage("validate.no-files", PathText.Shown(Path.GetFullPath(path)));
        }

        return path.AsSpan().IndexOfAny('*', '?') >= 0
            ? Fitting(path)
            : throw CheckException.Usage("io.no-such-file", path);
    }

    private static IReadOnlyList<string> Fitting(string pattern)
    {
        var full = Path.GetFullPath(pattern.Replace('\\', '/')).Replace('\\', '/');
        // The folders before the first one with a wildcard are where the search begins.
        var wildcard = full.AsSpan().IndexOfAny('*', '?');
        var root = full[..(full.LastIndexOf('/', wildcard) + 1)];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(full[root.Length..]);
        var found = Directory.Exists(root)
            ? matcher.GetResultsInFullPath(root).Order(StringComparer.Ordinal).Select(PathText.Shown).ToArray()
            : [];
        return found.Length > 0 ? found : throw CliException.Usage("validate.no-match", pattern);
    }

    private byte[] Load(string path, string shown)
    {
        if (path != StandardInput)
            return InputFile.Bytes(Path.GetFullPath(path), shown);
        using var memory = new MemoryStream();
        using (var stream = standardInput())
            stream.CopyTo(memory);
        return memory.ToArray();
    }

    // UTF-8, and what to say when the bytes are something else.
    private (byte[] Utf8, LocalizedMessage? Problem) Decode(byte[] bytes)
    {
        if (encoding == "shift_jis")
            return (Encoding.UTF8.GetBytes(ShiftJis(strict: false)!.GetString(bytes)), null);
        return IsUtf8(bytes)
            ? (bytes, null)
            : (
                bytes,
                CliException.Messages.Message(LooksLikeShiftJis(bytes) ? "validate.shift-jis" : "validate.not-utf-8")
            );
    }

    private static bool IsUtf8(byte[] bytes)
    {
        // UTF-16 has a message of its own in the reader.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        return System.Text.Unicode.Utf8.IsValid(bytes);
    }

    private static bool LooksLikeShiftJis(byte[] bytes)
    {
        try
        {
            return ShiftJis(strict: true)!
                .GetString(bytes)
                .Any(c => c is (>= '\u3041' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding? ShiftJis(bool strict) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            932,
            EncoderFallback.ReplacementFallback,
            strict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback
        );

    // One JSON text a line; blank lines between them are none.
    private static IEnumerable<SourceDocument> Lines(string path, byte[] bytes)
    {
        var (start, line, any) = (bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0, 1, false);
        for (; start < bytes.Length; line++)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            if (end < 0)
                end = bytes.Length;
            var text = bytes[start..(end > start && bytes[end - 1] == '\r' ? end - 1 : end)];
            start = end + 1;
            if (Array.TrueForAll(text, b => b is (byte)' ' or (byte)'\t'))
                continue;
            any = true;
            yield return SourceDocument.FromPart(
                path,
                JsonText.Read(text, new JsonReadOptions { FirstLine = line }),
                text,
                line
            );
        }

        if (!any)
            yield return SourceDocument.FromBytes(path, []);
    }

    private static bool IsOneOf(string extension, params string[] extensions) =>
        extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
}
