using System.IO.Enumeration;
using Microsoft.Extensions.FileSystemGlobbing;
using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// The files that the arguments of <c>validate</c> name, decoded and read: JSON, JSON Lines, YAML, standard input.
/// </summary>
internal sealed class InputFiles(string encoding, Func<Stream> standardInput)
{
    public const string StandardInput = "-";

    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson", ".yaml", ".yml"];

    /// <summary>
    /// The files that paths, folders and patterns name, each once, those of a folder or a pattern in ordinal order.
    /// </summary>
    /// <exception cref="CheckException">A path does not exist, a folder holds nothing to validate, or a pattern fits
    /// nothing.</exception>
    public static InputPaths Expand(IReadOnlyList<string> paths)
    {
        var (files, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var (found, others) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var path in paths)
        {
            var isNamed = path == StandardInput || File.Exists(path);
            foreach (var file in Expand(path, others))
            {
                if (seen.Add(file))
                    files.Add(file);
                if (!isNamed)
                    found.Add(file);
            }
        }

        found.ExceptWith(paths);
        return new InputPaths(files, found, others.Distinct().Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>
    /// The documents in a file: one, or one for each line of JSON Lines and each document of YAML. Never throws on
    /// bad data.
    /// </summary>
    /// <exception cref="CheckException">The file cannot be read.</exception>
    public IEnumerable<SourceDocument> Read(string path)
    {
        var shown = path == StandardInput ? path : PathText.Shown(Path.GetFullPath(path));
        var extension = Path.GetExtension(path);
        if (path != StandardInput && IsOneOf(extension, ".jsonl", ".ndjson"))
            return new JsonLines(shown, encoding).Read(path);
        if (path != StandardInput && InputFile.Length(path, shown) > JsonReadOptions.Default.MaxBytes)
            return [SourceDocument.FromPart(shown, TooLarge(), [])];
        return [.. Documents(shown, Load(path, shown), extension, encoding)];
    }

    /// <summary>A schema, JSON or YAML.</summary>
    /// <exception cref="CheckException">The file cannot be read.</exception>
    public static SourceDocument ReadSchema(string path)
    {
        var shown = PathText.Shown(path);
        if (InputFile.Length(path, shown) > JsonReadOptions.Default.MaxBytes)
            return SourceDocument.FromPart(shown, TooLarge(), []);
        var documents = Documents(shown, InputFile.Bytes(path, shown), Path.GetExtension(path), "utf-8").ToList();
        // Which of several is the schema nobody can say.
        return documents.Count == 1
            ? documents[0]
            : SourceDocument.FromPart(
                shown,
                JsonText.Invalid(
                    CliException.Messages.Message("validate.several-schemas", documents.Count),
                    documents[1].Text.Root.Position
                ),
                []
            );
    }

    private static IEnumerable<SourceDocument> Documents(string shown, byte[] read, string extension, string encoding)
    {
        var isYaml = IsOneOf(extension, ".yaml", ".yml");
        var (bytes, problem) = TextEncodings.Decode(read, encoding, isYaml);
        if (isYaml)
            return problem is null
                ? YamlText.Read(shown, bytes)
                : [SourceDocument.FromPart(shown, JsonText.Invalid(problem, TextEncodings.FirstWrong(bytes)), bytes)];
        var document = SourceDocument.FromBytes(shown, bytes);
        // The reader knows where the first wrong byte is, and this class what the whole looks like.
        return
        [
            problem is not null && document.Text.Error is { } error
                ? SourceDocument.FromPart(shown, JsonText.Invalid(problem, error.Position), bytes)
                : document,
        ];
    }

    // Said by the reader itself, of a text that is larger by a byte: the file is never read.
    private static JsonText TooLarge() =>
        JsonText.Invalid(
            CliException.Messages.Message("validate.too-large", JsonReadOptions.Default.MaxBytes / (1 << 20)),
            new TextPosition(1, 1)
        );

    private static IEnumerable<string> Expand(string path, List<string> others)
    {
        if (path == StandardInput || File.Exists(path))
            return [path];
        if (Directory.Exists(path))
        {
            var all = InFolder(path);
            var found = all.Where(f => IsOneOf(Path.GetExtension(f), Extensions)).ToArray();
            others.AddRange(all.Except(found).Where(f => !IsHidden(path, f)).Select(PathText.Shown));
            return found.Length > 0
                ? found
                : throw CliException.Usage("validate.no-files", PathText.Shown(Path.GetFullPath(path)));
        }

        return path.AsSpan().IndexOfAny('*', '?') >= 0
            ? Fitting(path)
            : throw CheckException.Usage("io.no-such-file", path);
    }

    // Folders that are links are not followed: they may lead back here.
    private static string[] InFolder(string path)
    {
        try
        {
            return new FileSystemEnumerable<string>(
                path,
                (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = 0,
                    IgnoreInaccessible = false,
                }
            )
            {
                ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                    (entry.Attributes & FileAttributes.ReparsePoint) == 0,
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            }
                .Order(StringComparer.Ordinal)
                .ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckException.Usage("io.unreadable-file", PathText.Shown(Path.GetFullPath(path)), e.GetType().Name);
        }
    }

    // What tools keep for themselves (.git) is not of the delivery.
    private static bool IsHidden(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part.StartsWith('.') && part.Length > 1);

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

    private static bool IsOneOf(string extension, params string[] extensions) =>
        extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
}
