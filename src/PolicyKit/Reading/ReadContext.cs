using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>What one reading of one file has found so far.</summary>
internal sealed class ReadContext(SourceDocument source)
{
    public static readonly MessageCatalog Messages = new(typeof(ReadContext));

    private readonly List<Problem> _problems = new();

    public SourceDocument Source { get; } = source;

    public void Add(string code, JsonValue at, params object[] arguments) =>
        Add(Severity.Error, code, Source.LocationOf(at), arguments);

    public void Add(Severity severity, string code, Location at, params object[] arguments) =>
        _problems.Add(new Problem(Messages.Message(code, arguments), severity, at));

    /// <summary>Adds a problem and says that nothing was read.</summary>
    public bool Wrong(string code, JsonValue at, params object[] arguments)
    {
        Add(code, at, arguments);
        return false;
    }

    /// <summary>Adds the problem that a value is of another type than expected, and says that nothing was read.</summary>
    public bool WrongType(JsonValue at, string expected) =>
        Wrong(
            "read.wrong-type",
            at,
            Messages.Message(expected),
            Messages.Message("type." + at.Kind.ToString().ToLowerInvariant())
        );

    /// <summary>Takes a problem back that another explains better.</summary>
    public void Withdraw(string code, Location at, string argument) =>
        _problems.RemoveAll(p => p.Message.Equals(Messages.Message(code, argument)) && p.Location == at);

    public ReadResult<T> Result<T>(T? value)
        where T : class => new(value, InOrder(_problems), Source);

    public static ValueList<Problem> InOrder(IReadOnlyCollection<Problem> problems) =>
        problems.Count == 0
            ? ValueList<Problem>.Empty
            : problems
                .OrderBy(p => p.Location.File, StringComparer.Ordinal)
                .ThenBy(p => p.Location.Start)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .ToValueList();
}

/// <summary>Files of one kind, in both directions: syntax, duplicates and kind are judged here, for every kind alike.</summary>
internal static class DocumentMapper
{
    public static ReadResult<T> Read<T>(SourceDocument source, DocumentKind kind, Func<ObjectMapper, T?, T> map)
        where T : class
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        var context = new ReadContext(source);
        if (source.Text.Error is { } error)
        {
            var at = new Location(source.Path, error.Position, error.Position, "");
            return new ReadResult<T>(null, ValueList.Create(new Problem(error.Message, Severity.Error, at)), source);
        }

        foreach (var duplicate in source.Text.DuplicateMembers)
            context.Add(
                Severity.Error,
                "read.duplicate-member",
                new Location(source.Path, duplicate.NamePosition, duplicate.NameEndPosition, duplicate.Value.Pointer),
                duplicate.Name
            );
        if (ObjectMapper.For(context, source.Text.Root) is not { } mapper)
            return context.Result<T>(null);
        mapper.Constant("$schema", "", isRequired: false);
        mapper.Constant(
            "kind",
            kind.Name(),
            isRequired: true,
            (at, found) =>
            {
                if (found != kind.Name())
                    context.Add("read.wrong-kind", at, found, kind.Name());
            }
        );
        var value = map(mapper, null);
        mapper.Done();
        return context.Result(mapper.IsComplete ? value : null);
    }

    public static string Write<T>(T value, DocumentKind kind, string? schema, Func<ObjectMapper, T?, T> map)
        where T : class
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        var writer = new JsonWriter();
        var mapper = new ObjectMapper(writer);
        writer.Open('{');
        if (schema is not null)
            mapper.Constant("$schema", schema, isRequired: false);
        mapper.Constant("kind", kind.Name(), isRequired: true);
        map(mapper, value);
        writer.Close('}');
        return writer.ToString();
    }
}
