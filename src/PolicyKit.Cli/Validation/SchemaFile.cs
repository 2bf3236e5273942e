using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>A schema that the user names, with the schemas that it refers to: those that are named too, and those that lie beside it.</summary>
internal static class SchemaFile
{
    /// <exception cref="CliException">The schema cannot be read, or is itself wrong.</exception>
    public static JsonSchema Compile(string path, IReadOnlyList<string> references, bool assertFormats, int maxErrors)
    {
        var full = Path.GetFullPath(path);
        var source = InputFile.Read(full);
        if (source.Text.Error is { } error)
            throw CliException.Usage(
                "validate.bad-schema",
                $"{source.Path}:{error.Position.Line}:{error.Position.Column}",
                error.Message
            );
        var named = references.SelectMany(Files).ToList();
        var compilation = Compile(source, full, named, assertFormats, maxErrors);
        // Neighbours are read only when something is missing.
        if (compilation.Problems.Any(p => p.Message.Code == "schema.unknown-reference"))
            compilation = Compile(
                source,
                full,
                [.. named, .. Files(Path.GetDirectoryName(full)!).Where(f => f != full)],
                assertFormats,
                maxErrors
            );
        return compilation.Schema
            ?? throw CliException.Usage(
                "validate.bad-schema",
                source.LocationOf(compilation.Problems[0].Schema).ToString(),
                compilation.Problems[0].Message
            );
    }

    private static SchemaCompilation Compile(
        SourceDocument source,
        string full,
        IEnumerable<string> references,
        bool assertFormats,
        int maxErrors
    )
    {
        var registry = new SchemaRegistry();
        foreach (var file in references)
        {
            // A reference may name a file by its place, or a schema by its own id.
            var text = JsonText.Read(InputFile.Bytes(file, file));
            if (text.Error is not null || text.Root.Kind != JsonKind.Object)
                continue;
            registry.Register(UriOf(file), text);
            foreach (var member in new[] { "$id", "id" })
                if (
                    text.Root.TryGetMember(member, out var id)
                    && id.Kind == JsonKind.String
                    && Uri.TryCreate(id.GetString(), UriKind.Absolute, out _)
                )
                    registry.Register(id.GetString(), text);
        }

        return JsonSchema.Compile(
            source.Text,
            new SchemaOptions
            {
                AssertFormats = assertFormats,
                MaxErrors = maxErrors,
                BaseUri = UriOf(full),
                Registry = registry,
            }
        );
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)
        : File.Exists(path) ? [Path.GetFullPath(path)]
        : throw CheckException.Usage("io.no-such-file", path);

    // Not percent-encoded: references are written as the files are named, in Japanese as well.
    private static string UriOf(string path) => "file:///" + Path.GetFullPath(path).Replace('\\', '/').TrimStart('/');
}
