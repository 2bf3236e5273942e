namespace PolicyKit.Reading;

/// <summary>
/// Files of one kind, in both directions: syntax, duplicates and kind are judged here, for every kind alike.
/// </summary>
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
            return new ReadResult<T>(
                null,
                ValueList.Create(new Problem(error.Message, Severity.Error, at, ProblemFamily.Form)),
                source
            );
        }

        context.Add(ReadContext.Duplicates(source));
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
