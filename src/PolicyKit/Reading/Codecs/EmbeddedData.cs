using System.Reflection;

namespace PolicyKit.Reading;

/// <summary>
/// The dated tables that ship inside the assembly, and the one shape that every such table has: an edition and a list.
/// </summary>
internal static class EmbeddedData
{
    public static T Read<T>(string name, Func<SourceDocument, ReadResult<T>> read)
        where T : class
    {
        var result = read(Open(name));
        return result.IsValid ? result.Value! : throw new InvalidOperationException($"{name}: {result.Problems}");
    }

    public static SourceDocument Open(string name) => Open(typeof(EmbeddedData).Assembly, name);

    public static SourceDocument Open(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no embedded resource {name}");
        var bytes = new byte[stream.Length];
        var got = 0;
        while (got < bytes.Length)
            got += stream.Read(bytes, got, bytes.Length - got);
        return SourceDocument.FromBytes(name, bytes);
    }

    public static ReadResult<TTable> ReadTable<TTable, TRow>(
        SourceDocument source,
        string list,
        Func<string, ValueList<TRow>, TTable> make,
        Codec<TRow> row
    )
        where TTable : class
        where TRow : class =>
        ReadObject(
            source,
            m => make(m.Required<string>("edition", null, Codecs.Text), m.RequiredList(list, null, row))
        );

    /// <summary>A table with several lists: an edition, perhaps a source, and what the function reads.</summary>
    public static ReadResult<TTable> ReadObject<TTable>(SourceDocument source, Func<ObjectMapper, TTable> make)
        where TTable : class
    {
        var context = new ReadContext(source);
        if (source.Text.Error is { } error)
            return new ReadResult<TTable>(
                null,
                ValueList.Create(
                    new Problem(
                        error.Message,
                        Severity.Error,
                        new Location(source.Path, error.Position, error.Position, ""),
                        ProblemFamily.Form
                    )
                ),
                source
            );
        var table = Codecs.Object<TTable>(
            (m, _) =>
            {
                m.Optional<string>("source", null, Codecs.Text);
                return make(m);
            }
        );
        return context.Result(table.Read(context, source.Text.Root, out var value) ? value : null);
    }
}
