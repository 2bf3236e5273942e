using System.Security.Cryptography;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>A JSON file of any kind, read once: its path, its positions, its hash.</summary>
/// <remarks>
/// Read once and immutable; safe to share between threads. The hash and the lines are made when they are first asked
/// for.
/// </remarks>
public sealed class SourceDocument
{
    private readonly Lazy<string> _sha256;
    private readonly DocumentKind? _expected;
    private readonly int _firstLine;
    private readonly Lazy<string> _content;
    private readonly Lazy<string[]> _lines;

    // Asked of every problem, and an object may have a hundred thousand members.
    private readonly Lazy<DocumentKind?> _kind;

    private SourceDocument(string path, JsonText text, byte[] utf8, int firstLine)
    {
        (Path, Text, _firstLine) = (path, text, firstLine);
        _content = new Lazy<string>(() => System.Text.Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF'));
        _lines = new Lazy<string[]>(() => _content.Value.Replace("\r\n", "\n").Split('\n', '\r'));
        _sha256 = new Lazy<string>(() => Hash(utf8));
        _kind = new Lazy<DocumentKind?>(() => KindOf(text));
    }

    private SourceDocument(SourceDocument same, DocumentKind? expected) =>
        (Path, Text, _content, _lines, _sha256, _kind, _firstLine, _expected) = (
            same.Path,
            same.Text,
            same._content,
            same._lines,
            same._sha256,
            same._kind,
            same._firstLine,
            expected
        );

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The text with its positions.</summary>
    public JsonText Text { get; }

    /// <summary>
    /// The SHA-256 of the text in UTF-8 without a byte order mark, in lower-case hexadecimal: the same on disk and
    /// inside the compiler.
    /// </summary>
    public string Sha256 => _sha256.Value;

    /// <summary>
    /// What the file says it is (<c>"kind"</c>), or what it is expected to be when it cannot be read at all; null when
    /// it says nothing that is known.
    /// </summary>
    public DocumentKind? Kind => Text.Error is null ? _kind.Value : _expected;

    /// <summary>
    /// The same file with the kind that its giver takes it for. The content always wins; only a file that is not JSON is
    /// believed to be what it was given as.
    /// </summary>
    public SourceDocument Expecting(DocumentKind? kind) => new(this, kind);

    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static SourceDocument ReadFile(string path) => FromBytes(path, File.ReadAllBytes(path));

    /// <summary>Takes the bytes of a file.</summary>
    public static SourceDocument FromBytes(string path, byte[] utf8) => new(path, JsonText.Read(utf8), utf8, 1);

    /// <summary>Takes a text that is already decoded (a Roslyn <c>SourceText</c>).</summary>
    public static SourceDocument FromText(string path, string text) =>
        FromBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Takes a part of a file, or a file in another notation than JSON: how it is read, and how it is written.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="text">The text as JSON, with the places that its values have in the file.</param>
    /// <param name="written">The part of the file as it is written, in UTF-8.</param>
    /// <param name="firstLine">The line of the file in which that part begins, from 1.</param>
    public static SourceDocument FromPart(string path, JsonText text, byte[] written, int firstLine = 1) =>
        new(path, text, written, firstLine);

    /// <summary>The place of the value that a pointer names; the start of the file when there is none.</summary>
    public Location LocationOf(string pointer) =>
        Text.TryFind(pointer, out var value) ? LocationOf(value) : Location.StartOf(Path);

    /// <summary>The whole text, without a byte order mark.</summary>
    public string Content => _content.Value;

    /// <summary>The text of a line, from 1; null when there is no such line.</summary>
    public string? LineAt(int line) =>
        line >= _firstLine && line - _firstLine < _lines.Value.Length ? _lines.Value[line - _firstLine] : null;

    /// <summary>The place of a value.</summary>
    public Location LocationOf(JsonValue value) => new(Path, value.Position, value.EndPosition, value.Pointer);

    private static DocumentKind? KindOf(JsonText text) =>
        text.Error is null && text.Root.TryGetMember("kind", out var kind) && kind.Kind == JsonKind.String
            ? DocumentKindExtensions.Find(kind.GetString())
            : null;

    private static string Hash(byte[] utf8)
    {
        var bom = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        using var sha256 = SHA256.Create();
        var text = new System.Text.StringBuilder(64);
        foreach (var b in sha256.ComputeHash(utf8, bom, utf8.Length - bom))
            text.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return text.ToString();
    }
}
