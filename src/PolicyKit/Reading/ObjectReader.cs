using NodaTime;
using NodaTime.Text;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>What one reading of one file has found so far.</summary>
internal sealed class ReadContext(SourceDocument source)
{
    public static readonly MessageCatalog Messages = new(typeof(ReadContext));

    private readonly List<Problem> _problems = new();

    public SourceDocument Source { get; } = source;

    public void Add(string code, JsonValue at, params object[] arguments) => Add(Severity.Error, code, Source.LocationOf(at), arguments);

    public void Add(Severity severity, string code, Location at, params object[] arguments) =>
        _problems.Add(new Problem(Messages.Message(code, arguments), severity, at));

    /// <summary>Takes a problem back that another explains better.</summary>
    public void Withdraw(string code, Location at, string argument) =>
        _problems.RemoveAll(p => p.Message.Equals(Messages.Message(code, argument)) && p.Location == at);

    public ReadResult<T> Result<T>(T? value) where T : class => new(value, InOrder(_problems), Source);

    public static ValueList<Problem> InOrder(IEnumerable<Problem> problems) =>
        problems.OrderBy(p => p.Location.File, StringComparer.Ordinal).ThenBy(p => p.Location.Start).ThenBy(p => p.Code, StringComparer.Ordinal).ToValueList();

    /// <summary>Reads the root object of a file of the given kind: syntax, duplicates and kind are judged here, for every reader alike.</summary>
    public static ReadResult<T> ReadRoot<T>(SourceDocument source, DocumentKind kind, Func<ObjectReader, T?> read) where T : class
    {
        var context = new ReadContext(source);
        if (source.Text.Error is { } error)
        {
            var at = new Location(source.Path, error.Position, error.Position, "");
            return new ReadResult<T>(null, ValueList.Create(new Problem(error.Message, Severity.Error, at)), source);
        }

        foreach (var duplicate in source.Text.DuplicateMembers)
            context.Add(Severity.Error, "read.duplicate-member", new Location(source.Path, duplicate.NamePosition, duplicate.NameEndPosition, duplicate.Value.Pointer), duplicate.Name);
        var reader = ObjectReader.For(context, source.Text.Root);
        if (reader is null) return context.Result<T>(null);
        reader.OptionalString("$schema");
        if (reader.RequiredString("kind") is { } found && found != kind.Name())
            context.Add("read.wrong-kind", source.Text.Root.TryGetMember("kind", out var at) ? at : source.Text.Root, found, kind.Name());
        var value = read(reader);
        reader.Done();
        return context.Result(value);
    }
}

/// <summary>Reads one JSON object member by member, collecting every problem and never throwing.</summary>
internal sealed class ObjectReader
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private ObjectReader(ReadContext context, JsonValue value) => (Context, Value) = (context, value);

    public ReadContext Context { get; }

    public JsonValue Value { get; }

    public static ObjectReader? For(ReadContext context, JsonValue value)
    {
        if (value.Kind == JsonKind.Object) return new ObjectReader(context, value);
        WrongType(context, value, "type.object");
        return null;
    }

    /// <summary>A member that must be there.</summary>
    public T? Required<T>(string name, Func<JsonValue, T?> parse) where T : class
    {
        if (Find(name) is { } value) return parse(value);
        Context.Add("read.missing-member", Value, name);
        return null;
    }

    /// <summary>A member that may be there.</summary>
    public T? Optional<T>(string name, Func<JsonValue, T?> parse) where T : class => Find(name) is { } value ? parse(value) : null;

    public string? RequiredString(string name) => Required(name, ParseString);

    public string? OptionalString(string name) => Optional(name, ParseString);

    public T? RequiredId<T>(string name, Func<string, T?> tryParse) where T : class => Required(name, v => ParseId(v, tryParse));

    public ValueList<T> RequiredList<T>(string name, Func<JsonValue, T?> parse) where T : class =>
        Required(name, v => ParseList(v, parse, allowEmpty: false)) ?? ValueList<T>.Empty;

    public ValueList<T> List<T>(string name, Func<JsonValue, T?> parse) where T : class =>
        Optional(name, v => ParseList(v, parse, allowEmpty: true)) ?? ValueList<T>.Empty;

    public ValueList<T> Ids<T>(string name, Func<string, T?> tryParse) where T : class => List(name, v => ParseId(v, tryParse));

    public T? RequiredEnum<T>(string name, IReadOnlyDictionary<string, T> words) where T : struct, Enum
    {
        if (Find(name) is { } value) return ParseEnum(value, words);
        Context.Add("read.missing-member", Value, name);
        return null;
    }

    public LocalDate? RequiredDate(string name)
    {
        if (Find(name) is { } value) return ParseDate(value);
        Context.Add("read.missing-member", Value, name);
        return null;
    }

    public LocalDate? OptionalDate(string name) => Find(name) is { } value ? ParseDate(value) : null;

    public bool? OptionalBoolean(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.Kind is JsonKind.True or JsonKind.False) return value.Kind == JsonKind.True;
        WrongType(Context, value, "type.boolean");
        return null;
    }

    public int? OptionalInteger(string name, int low, int high)
    {
        if (Find(name) is not { } value) return null;
        if (value.TryGetInt64(out var number) && number >= low && number <= high) return (int)number;
        if (value.Kind == JsonKind.Number) Context.Add("read.out-of-range", value, value.RawText, low, high);
        else WrongType(Context, value, "type.integer");
        return null;
    }

    /// <summary>The nested object, read by <paramref name="read"/> and closed: unknown members are problems.</summary>
    public static Func<JsonValue, T?> Object<T>(ReadContext context, Func<ObjectReader, T?> read) where T : class => value =>
    {
        var reader = For(context, value);
        if (reader is null) return null;
        var result = read(reader);
        reader.Done();
        return result;
    };

    public T? ParseId<T>(JsonValue value, Func<string, T?> tryParse) where T : class
    {
        if (ParseString(value) is not { } text) return null;
        if (tryParse(text) is { } id) return id;
        Context.Add("read.bad-id", value, text);
        return null;
    }

    public string? ParseString(JsonValue value)
    {
        if (value.Kind != JsonKind.String)
        {
            WrongType(Context, value, "type.string");
            return null;
        }

        var text = value.GetString();
        if (text.Trim().Length > 0) return text;
        Context.Add("read.empty-string", value);
        return null;
    }

    /// <summary>Reports every member that no call has asked for.</summary>
    public void Done()
    {
        foreach (var member in Value.Members())
        {
            if (_known.Contains(member.Name)) continue;
            var at = new Location(Context.Source.Path, member.NamePosition, member.NameEndPosition, member.Value.Pointer);
            if (Nearest.Find(member.Name, _known.Where(name => !Value.TryGetMember(name, out _))) is { } nearest)
            {
                // One mistake gives one message: the misspelled member is the missing one.
                Context.Withdraw("read.missing-member", Context.Source.LocationOf(Value), nearest);
                Context.Add(Severity.Error, "read.misspelled-member", at, member.Name, nearest);
            }
            else
                Context.Add(Severity.Error, "read.unknown-member", at, member.Name, string.Join(", ", _known.OrderBy(n => n, StringComparer.Ordinal)));
        }
    }

    private JsonValue? Find(string name)
    {
        _known.Add(name);
        return Value.TryGetMember(name, out var value) ? value : null;
    }

    private ValueList<T>? ParseList<T>(JsonValue value, Func<JsonValue, T?> parse, bool allowEmpty) where T : class
    {
        if (value.Kind != JsonKind.Array)
        {
            WrongType(Context, value, "type.array");
            return null;
        }

        if (value.Count == 0 && !allowEmpty) Context.Add("read.empty-list", value);
        return value.Items().Select(parse).OfType<T>().ToValueList();
    }

    private T? ParseEnum<T>(JsonValue value, IReadOnlyDictionary<string, T> words) where T : struct, Enum
    {
        if (ParseString(value) is not { } text) return null;
        if (words.TryGetValue(text, out var found)) return found;
        Context.Add("read.unknown-word", value, text, string.Join(", ", words.Keys));
        return null;
    }

    private LocalDate? ParseDate(JsonValue value)
    {
        if (ParseString(value) is not { } text) return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success) return parsed.Value;
        Context.Add("read.bad-date", value, text);
        return null;
    }

    private static void WrongType(ReadContext context, JsonValue value, string expected) =>
        context.Add("read.wrong-type", value, ReadContext.Messages.Message(expected), ReadContext.Messages.Message("type." + value.Kind.ToString().ToLowerInvariant()));
}
