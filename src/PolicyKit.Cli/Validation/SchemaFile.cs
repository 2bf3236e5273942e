using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// A schema that the user names, JSON or YAML, with the schemas that it refers to: by their places, or named with
/// <c>--reference</c>.
/// </summary>
internal sealed class SchemaFile
{
    // What describes an interface holds schemas and is none.
    private static readonly string[] OtherDocuments = ["openapi", "swagger", "asyncapi"];

    private readonly string _full;
    private readonly IReadOnlyList<string> _references;
    private readonly SchemaOptions _options;
    private readonly Dictionary<string, SourceDocument?> _read = new(StringComparer.Ordinal);
    private readonly SourceDocument _source;

    private SchemaFile(string path, IReadOnlyList<string> references, bool assertFormats, int maxErrors)
    {
        _full = Path.GetFullPath(path);
        _references = references.SelectMany(Files).ToList();
        _options = new SchemaOptions
        {
            AssertFormats = assertFormats,
            MaxErrors = maxErrors,
            BaseUri = SchemaPlace.UriOf(_full),
            CheckSchema = true,
            Mask = SecretShapes.Masked,
        };
        _source = Read(_full) ?? throw CheckException.Usage("io.no-such-file", PathText.Shown(_full));
    }

    /// <summary>
    /// The schema as it was read, and everything that is wrong or without effect in it and in what it refers to.
    /// </summary>
    /// <exception cref="CheckException">A file cannot be read.</exception>
    public static CompiledSchemaFile Compile(
        string path,
        IReadOnlyList<string> references,
        bool assertFormats,
        int maxErrors
    )
    {
        if (path.Length == 0)
            throw CheckException.Usage("io.no-such-file", path);
        return new SchemaFile(path, references, assertFormats, maxErrors).Compile();
    }

    private CompiledSchemaFile Compile()
    {
        if (SyntaxOf(_source) is { } error)
            return new CompiledSchemaFile(null, _source, [], [error]);
        if (WhatElse(_source) is { } other)
            return new CompiledSchemaFile(null, _source, [], [other]);
        var compilation = Compile(_references);
        // Neighbours that a reference means by their own ids are read only when something is missing.
        if (compilation.Problems.Any(p => p.IsUnknownReference))
            compilation = Compile([.. _references, .. Files(Path.GetDirectoryName(_full)!).Where(f => f != _full)]);
        // A neighbour that nothing refers to is nobody's concern.
        var taken = _read.Values.OfType<SourceDocument>().Where(d => compilation.Documents.Contains(d.Text)).ToList();
        var problems = compilation
            .Problems.Select(p => Unreadable(p) ?? Problem(p, Severity.Error))
            .Concat(compilation.Warnings.Select(p => Problem(p, Severity.Warning)))
            .Concat(taken.SelectMany(DocumentValidator.Duplicates))
            .Distinct()
            .ToList();
        var used = _read
            .Values.OfType<SourceDocument>()
            .Where(d => d != _source && (taken.Contains(d) || d.Text.Error is not null))
            .ToList();
        return new CompiledSchemaFile(
            problems.Exists(p => p.Severity == Severity.Error) ? null : compilation.Schema,
            _source,
            used,
            problems
        );
    }

    private SchemaCompilation Compile(IReadOnlyList<string> references)
    {
        var registry = new SchemaRegistry { Fallback = Find };
        foreach (var file in references)
            // A reference may name a file by its place, or a schema by its own id.
            if (Read(file) is { Text: { Error: null } text })
            {
                registry.Register(SchemaPlace.UriOf(file), text);
                if (IdOf(text) is { } id)
                    registry.Register(id, text);
            }

        return JsonSchema.Compile(_source.Text, _options with { Registry = registry });
    }

    // A schema with an id of its own on the web is published beside the files that it refers to: those lie beside it
    // here too.
    private JsonText? Find(string uri)
    {
        var path = SchemaPlace.PathOf(uri);
        if (path is null && IdOf(_source.Text) is { } id && id.LastIndexOf('/') is var end and > 0)
            path = uri.StartsWith(id[..(end + 1)], StringComparison.Ordinal)
                ? Path.Combine(Path.GetDirectoryName(_full)!, Uri.UnescapeDataString(uri[(end + 1)..]))
                : null;
        if (path is null || !File.Exists(path) || !IsReadable(Path.GetFullPath(path)))
            return null;
        return Read(Path.GetFullPath(path)) is { Text: { Error: null } text } ? text : null;
    }

    // A schema says which files are read: only those of the folder in which the user works, or of its own.
    private bool IsWithinRoot(string path)
    {
        var working = Directory.GetCurrentDirectory();
        return IsIn(path, Path.GetDirectoryName(_full)!) || (IsIn(_full, working) && IsIn(path, working));
    }

    // A folder of the delivery may be a link to anywhere on this machine.
    private bool LeavesByLink(string path)
    {
        var full = Path.GetFullPath(path);
        var root = IsIn(full, Path.GetDirectoryName(_full)!)
            ? Path.GetDirectoryName(_full)!
            : Directory.GetCurrentDirectory();
        for (var at = full; at.Length > root.Length; at = Path.GetDirectoryName(at)!)
            if (File.GetAttributes(at).HasFlag(FileAttributes.ReparsePoint) && !IsWithinRoot(Target(at)))
                return true;
        return false;
    }

    private static string Target(string link) =>
        (
            Directory.Exists(link)
                ? Directory.ResolveLinkTarget(link, returnFinalTarget: true)
                : File.ResolveLinkTarget(link, returnFinalTarget: true)
        )?.FullName
        ?? link;

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(
            folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    private Problem Problem(SchemaProblem problem, Severity severity)
    {
        var document = _read.Values.FirstOrDefault(d => ReferenceEquals(d?.Text, problem.Schema.Text)) ?? _source;
        if (!problem.IsUnknownReference)
            return new Problem(problem.Message, severity, document.LocationOf(problem.Schema));
        var path = PathOf(problem);
        var hint = MissingFile.Hint(
            problem.Schema.GetString(),
            path,
            path is null || !File.Exists(path) || IsReadable(path)
        );
        return new Problem(problem.Message.With(hint), severity, document.LocationOf(problem.Schema));
    }

    // A file that is there and is no JSON or YAML is to be mended, not to be looked for.
    private Problem? Unreadable(SchemaProblem problem) =>
        PathOf(problem) is { } path && File.Exists(path) && IsReadable(path) && Read(path) is { } document
            ? SyntaxOf(document)
            : null;

    private static Problem? SyntaxOf(SourceDocument document) =>
        document.Text.Error is { } error
            ? new Problem(
                error.Message,
                Severity.Error,
                new Location(document.Path, error.Position, error.Position, "")
            )
            : null;

    // To a validator a declaration is a schema without keywords, which allows everything: arguments in the wrong order
    // must not make a delivery valid.
    private static Problem? WhatElse(SourceDocument source)
    {
        var root = source.Text.Root;
        var other =
            source.Kind?.Name()
            ?? Array.Find(OtherDocuments, name => root.Kind == JsonKind.Object && root.TryGetMember(name, out _));
        return other is null
            ? null
            : new Problem(
                CliException.Messages.Message("validate.not-a-schema", other),
                Severity.Error,
                source.LocationOf(root)
            );
    }

    private static string? PathOf(SchemaProblem problem) =>
        problem.MissingUri is { } uri && SchemaPlace.PathOf(uri) is { Length: > 0 } path
            ? Path.GetFullPath(path)
            : null;

    private bool IsReadable(string path) => IsWithinRoot(path) && !LeavesByLink(path);

    private SourceDocument? Read(string path)
    {
        if (!_read.TryGetValue(path, out var document))
            _read.Add(path, document = InputFiles.ReadSchema(path));
        return document;
    }

    private static string? IdOf(JsonText text)
    {
        if (text.Error is not null)
            return null;
        foreach (var member in new[] { "$id", "id" })
            if (
                text.Root.TryGetMember(member, out var id)
                && id.Kind == JsonKind.String
                && Uri.TryCreate(id.GetString(), UriKind.Absolute, out _)
            )
                return id.GetString();
        return null;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (path.Length > 0 && Directory.Exists(path))
            return Directory
                .GetFiles(Path.GetFullPath(path))
                .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".json" or ".yaml" or ".yml")
                .Order(StringComparer.Ordinal);
        return path.Length > 0 && File.Exists(path)
            ? [Path.GetFullPath(path)]
            : throw CheckException.Usage("io.no-such-file", path);
    }
}
