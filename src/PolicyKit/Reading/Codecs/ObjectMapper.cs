using NodaTime;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Reading;

/// <summary>
/// Goes through the members of one JSON object, reading or writing: one function names each member once, for both
/// directions.
/// While reading it collects every problem and never throws; what it returns counts only when <see cref="IsComplete"/>
/// holds in the end.
/// </summary>
internal sealed class ObjectMapper
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ReadContext? _context;
    private readonly JsonWriter? _writer;
    private readonly JsonValue _json;

    public ObjectMapper(JsonWriter writer) => _writer = writer;

    private ObjectMapper(ReadContext context, JsonValue json) => (_context, _json) = (context, json);

    /// <summary>Whether everything that is required has been read.</summary>
    public bool IsComplete { get; private set; } = true;

    public bool IsReading => _context is not null;

    public static ObjectMapper? For(ReadContext context, JsonValue json)
    {
        if (json.Kind == JsonKind.Object)
            return new ObjectMapper(context, json);
        context.WrongType(json, "type.object");
        return null;
    }

    /// <summary>The members that a function names.</summary>
    public static IEnumerable<string> MemberNames<T>(Func<ObjectMapper, T?, T> map)
        where T : class
    {
        var empty = SourceDocument.FromText("", "{}");
        var mapper = new ObjectMapper(new ReadContext(empty), empty.Text.Root);
        map(mapper, null);
        return mapper._known;
    }

    /// <summary>A member that must be there.</summary>
    public T Required<T>(string name, T? value, Codec<T> codec)
        where T : class
    {
        if (Map(name, value is not null, value!, codec, out var read))
            return read;
        IsComplete = false;
        return null!;
    }

    /// <summary>A member that must be there.</summary>
    public T Required<T>(string name, T? value, Codec<T> codec)
        where T : struct
    {
        if (Map(name, value.HasValue, value.GetValueOrDefault(), codec, out var read))
            return read;
        IsComplete = false;
        return default;
    }

    /// <summary>A member that may be there.</summary>
    public T? Optional<T>(string name, T? value, Codec<T> codec)
        where T : class => MapOptional(name, value is not null, value!, codec, out var read) ? read : null;

    /// <summary>A member that may be there.</summary>
    public T? Optional<T>(string name, T? value, Codec<T> codec)
        where T : struct =>
        MapOptional(name, value.HasValue, value.GetValueOrDefault(), codec, out var read) ? read : null;

    /// <summary>A member that is required under a condition.</summary>
    public T? RequiredIf<T>(bool condition, string name, T? value, Codec<T> codec)
        where T : class =>
        condition && (IsReading || value is not null) ? Required(name, value, codec) : Optional(name, value, codec);

    /// <summary>A member that is required under a condition.</summary>
    public T? RequiredIf<T>(bool condition, string name, T? value, Codec<T> codec)
        where T : struct =>
        condition && (IsReading || value is not null) ? Required(name, value, codec) : Optional(name, value, codec);

    /// <summary>A day that must be there.</summary>
    public LocalDate Required(string name, LocalDate? value, DateCodec codec) =>
        IsoDate.TryParse(Required(name, TextOf(value), codec.Text), out var date) ? date : default;

    /// <summary>A day that may be there.</summary>
    public LocalDate? Optional(string name, LocalDate? value, DateCodec codec) =>
        Optional(name, TextOf(value), codec.Text) is { } text && IsoDate.TryParse(text, out var date) ? date : null;

    /// <summary>A day that is required under a condition.</summary>
    public LocalDate? RequiredIf(bool condition, string name, LocalDate? value, DateCodec codec) =>
        condition && (IsReading || value is not null) ? Required(name, value, codec) : Optional(name, value, codec);

    /// <summary>A day that need not be written where it is the usual one.</summary>
    public LocalDate WithDefault(string name, LocalDate? value, LocalDate usual, DateCodec codec) =>
        Optional(name, value == usual ? null : value, codec) ?? usual;

    /// <summary>A word that need not be written where it is the usual one.</summary>
    public T WithDefault<T>(string name, T? value, T usual, Codec<T> codec)
        where T : struct => Optional(name, value.HasValue && value.Value.Equals(usual) ? null : value, codec) ?? usual;

    /// <summary>
    /// A list that must be there, and not be empty. Where it cannot be read the rest of the object still counts.
    /// </summary>
    public ValueList<T> RequiredList<T>(string name, ValueList<T>? value, Codec<T> item, Func<T, string>? key = null) =>
        Map(name, true, value!, Codecs.List(item, key), out var read) ? read : ValueList<T>.Empty;

    /// <summary>A list that must be there, and may be empty: a register in which nothing is written yet.</summary>
    public ValueList<T> Register<T>(string name, ValueList<T>? value, Codec<T> item, Func<T, string> key) =>
        Map(name, true, value!, Codecs.List(item, key, mayBeEmpty: true), out var read) ? read : ValueList<T>.Empty;

    /// <summary>A list that may be there; absent and empty are the same.</summary>
    public ValueList<T> List<T>(string name, ValueList<T>? value, Codec<T> item, Func<T, string>? key = null) =>
        MapOptional(name, value is { Count: > 0 }, value!, Codecs.List(item, key), out var read)
            ? read
            : ValueList<T>.Empty;

    /// <summary>A member that stands in the file and not in the model.</summary>
    public void Constant(string name, string value, bool isRequired, Action<JsonValue, string>? judge = null)
    {
        if (_writer is not null)
        {
            _writer.Name(name);
            _writer.Text(value);
        }
        else if (Find(name) is { } json)
        {
            if (Codecs.Text.Read(_context!, json, out var text))
                judge?.Invoke(json, text);
        }
        else if (isRequired)
            Missing(name);
    }

    /// <summary>Says that a member is wrong, while reading; the object still counts.</summary>
    public void Problem(string code, string member, params object[] arguments) =>
        Problem(ProblemFamily.Content, code, member, arguments);

    /// <summary>Says that a member is wrong, while reading; the object still counts.</summary>
    public void Problem(ProblemFamily family, string code, string member, params object[] arguments)
    {
        if (_context is not null && _json.TryGetMember(member, out var at))
            _context.Add(family, Severity.Error, code, _context.Source.LocationOf(at), arguments);
    }

    /// <summary>Says that a member is wrong or odd, while reading; the object still counts.</summary>
    public void Problem(Severity severity, string code, string member, params object[] arguments)
    {
        if (_context is not null && _json.TryGetMember(member, out var at))
            _context.Add(ProblemFamily.Content, severity, code, _context.Source.LocationOf(at), arguments);
    }

    /// <summary>Says that the object is wrong, while reading; it still counts.</summary>
    public void Problem(string code) =>
        _context?.Add(ProblemFamily.Content, Severity.Error, code, _context.Source.LocationOf(_json));

    /// <summary>Whether the object holds a member, while reading, and how many items or members that has.</summary>
    public (bool IsThere, int Count) Peek(string member) =>
        IsReading && _json.TryGetMember(member, out var at) ? (true, at.Count) : (false, 0);

    /// <summary>Reports every member that no call has asked for.</summary>
    public void Done()
    {
        foreach (var member in _json.Members())
        {
            if (_known.Contains(member.Name))
                continue;
            var at = new Location(
                _context!.Source.Path,
                member.NamePosition,
                member.NameEndPosition,
                member.Value.Pointer
            );
            if (Nearest.Find(member.Name, _known.Where(name => !_json.TryGetMember(name, out _))) is { } nearest)
            {
                // One mistake gives one message: the misspelled member is the missing one.
                _context.Withdraw("read.missing-member", _context.Source.LocationOf(_json), nearest);
                _context.Add(Severity.Error, "read.misspelled-member", at, member.Name, nearest);
            }
            else
                _context.Add(
                    Severity.Error,
                    "read.unknown-member",
                    at,
                    member.Name,
                    string.Join(", ", _known.OrderBy(n => n, StringComparer.Ordinal))
                );
        }
    }

    private bool Map<T>(string name, bool has, T value, Codec<T> codec, out T read)
    {
        if (_context is not null && !_json.TryGetMember(name, out _))
        {
            _known.Add(name);
            Missing(name);
            read = value;
            return false;
        }

        if (_writer is not null && !has)
            throw new InvalidOperationException($"`{name}` is required and has no value");
        return MapOptional(name, has, value, codec, out read);
    }

    private bool MapOptional<T>(string name, bool has, T value, Codec<T> codec, out T read)
    {
        read = value;
        if (_writer is not null)
        {
            if (!has)
                return false;
            _writer.Name(name);
            codec.Write(_writer, value);
            return true;
        }

        return Find(name) is { } json && codec.Read(_context!, json, out read);
    }

    private static string? TextOf(LocalDate? date) => date is { } day ? IsoDate.Format(day) : null;

    private void Missing(string name) => _context!.Add("read.missing-member", _json, name);

    private JsonValue? Find(string name)
    {
        _known.Add(name);
        return _json.TryGetMember(name, out var value) ? value : null;
    }
}
