using System.Globalization;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>The shapes that every kind of file is made of.</summary>
internal static class Codecs
{
    /// <summary>A string that is not blank.</summary>
    public static readonly Codec<string> Text = new(ReadText, (writer, text) => writer.Text(text));

    public static readonly Codec<bool> Flag = new(
        (ReadContext context, JsonValue json, out bool value) =>
        {
            value = json.Kind == JsonKind.True;
            return json.Kind is JsonKind.True or JsonKind.False || context.WrongType(json, "type.boolean");
        },
        (writer, value) => writer.Raw(value ? "true" : "false")
    );

    /// <summary>A day.</summary>
    public static readonly DateCodec Date = new(
        new Codec<string>(
            (ReadContext context, JsonValue json, out string value) =>
            {
                if (!ReadText(context, json, out value))
                    return false;
                if (IsoDate.TryParse(value, out _))
                    return true;
                return context.Wrong(
                    IsoDate.IsNoSuchDay(value) ? "read.bad-date#no-such-day" : "read.bad-date",
                    json,
                    value
                );
            },
            (writer, value) => writer.Text(value)
        )
    );

    /// <summary>A SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static readonly Codec<string> Sha256 = Shaped(
        text => text.Length == 64 && Has(text, c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')),
        "read.bad-sha256"
    );

    public static Codec<int> Integer(int low, int high = int.MaxValue) =>
        new(
            (ReadContext context, JsonValue json, out int value) =>
            {
                value = 0;
                if (json.Kind != JsonKind.Number)
                    return context.WrongType(json, "type.integer");
                if (!IsInteger(json, out var number))
                    return context.Wrong("read.not-integer", json, json.RawText);
                if (number < low || number > high)
                    return context.Wrong("read.out-of-range", json, json.RawText, low, high);
                value = (int)number;
                return true;
            },
            (writer, value) => writer.Raw(value.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>A string with a shape of its own.</summary>
    public static Codec<T> Parsed<T>(
        Func<string, T?> tryParse,
        string problem = "read.bad-id",
        ProblemFamily family = ProblemFamily.Form
    )
        where T : class =>
        new(
            (ReadContext context, JsonValue json, out T value) =>
            {
                value = null!;
                if (!ReadText(context, json, out var text))
                    return false;
                if (tryParse(text) is not { } parsed)
                {
                    context.Add(family, Severity.Error, problem, context.Source.LocationOf(json), text);
                    return false;
                }

                value = parsed;
                return true;
            },
            (writer, value) => writer.Text(value.ToString()!)
        );

    /// <summary>A name.</summary>
    public static Codec<T> Named<T>(string problem = "read.bad-id")
        where T : Identifier<T> => Parsed(text => Identifier<T>.TryParse(text, out var id) ? id : null, problem);

    /// <summary>A string of a shape.</summary>
    public static Codec<string> Shaped(
        Func<string, bool> hasShape,
        string problem,
        ProblemFamily family = ProblemFamily.Form
    ) => Parsed(text => hasShape(text) ? text : null, problem, family);

    /// <summary>Strings that are kept although something is wrong with them that a schema cannot say.</summary>
    public static Codec<string> Noting(Codec<string> shape, Func<string, bool> isRight, string problem) =>
        new(
            (ReadContext context, JsonValue json, out string value) =>
            {
                if (!shape.Read(context, json, out value))
                    return false;
                if (!isRight(value))
                    context.Add(ProblemFamily.Content, Severity.Error, problem, context.Source.LocationOf(json), value);
                return true;
            },
            shape.Write
        );

    /// <summary>A closed set of words.</summary>
    /// <param name="words">The words, in the order of the values.</param>
    public static Codec<T> Words<T>(params string[] words)
        where T : struct, Enum
    {
        var values = (T[])Enum.GetValues(typeof(T));
        if (words.Length != values.Length)
            throw new ArgumentException($"{values.Length} values, {words.Length} words", nameof(words));
        return new(
            (ReadContext context, JsonValue json, out T value) =>
            {
                value = default;
                if (!ReadText(context, json, out var text))
                    return false;
                var index = Array.IndexOf(words, text);
                if (index < 0)
                    return context.Wrong("read.unknown-word", json, text, string.Join(", ", words));
                value = values[index];
                return true;
            },
            (writer, value) => writer.Text(words[Array.IndexOf(values, value)])
        );
    }

    /// <summary>The words of an enumeration: PolicyReview in code is policy-review in data.</summary>
    public static Codec<T> Words<T>()
        where T : struct, Enum => Usual<T>.Words;

    /// <summary>The word of a value of an enumeration.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    /// <summary>A JSON value that is kept as it was written.</summary>
    public static readonly Codec<JsonFragment> Fragment = new(
        (ReadContext context, JsonValue json, out JsonFragment value) =>
        {
            value = null!;
            if (json.Kind is not (JsonKind.Object or JsonKind.True or JsonKind.False))
                return context.WrongType(json, "type.object");
            value = JsonFragment.Of(json);
            return true;
        },
        (writer, value) => writer.Raw(value.Text)
    );

    /// <summary>An object whose members one function reads and writes.</summary>
    public static Codec<T> Object<T>(Func<ObjectMapper, T?, T> map)
        where T : class =>
        new(
            (ReadContext context, JsonValue json, out T value) =>
            {
                value = null!;
                if (ObjectMapper.For(context, json) is not { } mapper)
                    return false;
                value = map(mapper, null);
                mapper.Done();
                return mapper.IsComplete;
            },
            (writer, value) =>
            {
                writer.Open('{');
                map(new ObjectMapper(writer), value);
                writer.Close('}');
            }
        );

    /// <summary>A list. An item that cannot be read is left out, with its problem.</summary>
    /// <param name="item">An item.</param>
    /// <param name="key">What no two items may have in common; null where they may be alike.</param>
    /// <param name="duplicate">The problem of two that are alike.</param>
    /// <param name="member">The member at which it is reported.</param>
    /// <param name="within">The wider key that a key lies in (see <see cref="SeenKeys"/>); null for none.</param>
    /// <param name="mayBeEmpty">Whether it may be empty.</param>
    public static Codec<ValueList<T>> List<T>(
        Codec<T> item,
        Func<T, string>? key = null,
        string duplicate = "read.duplicate-id",
        string member = "id",
        Func<T, string>? within = null,
        bool mayBeEmpty = false
    ) =>
        new(
            (ReadContext context, JsonValue json, out ValueList<T> value) =>
            {
                value = ValueList<T>.Empty;
                if (json.Kind != JsonKind.Array)
                    return context.WrongType(json, "type.array");
                if (json.Count == 0 && mayBeEmpty)
                    return true;
                if (json.Count == 0)
                    return context.Wrong("read.empty-list", json);
                // An array and no List<T>: the code of the framework's collections of our enumerations is
                // JIT-compiled at
                // start-up.
                var (items, count, seen) = (new T[json.Count], 0, key is null ? null : new SeenKeys());
                foreach (var at in json.Items())
                {
                    if (!item.Read(context, at, out var read))
                        continue;
                    items[count++] = read;
                    if (key is not null && !seen!.Add(key(read), within?.Invoke(read)))
                        context.Add(
                            ProblemFamily.Content,
                            Severity.Error,
                            duplicate,
                            context.Source.LocationOf(at.TryGetMember(member, out var id) ? id : at),
                            key(read)
                        );
                }

                if (count < items.Length)
                    Array.Resize(ref items, count);
                value = ValueList.Create(items);
                return true;
            },
            (writer, value) =>
            {
                writer.Open('[');
                foreach (var one in value)
                {
                    writer.Next();
                    item.Write(writer, one);
                }

                writer.Close(']');
            }
        );

    /// <summary>What is declared, or why it does not apply.</summary>
    public static Codec<Declared<T>> Declared<T>(Codec<T> codec)
        where T : class =>
        new(
            (ReadContext context, JsonValue json, out Declared<T> value) =>
            {
                value = null!;
                if (json.TryGetMember("notApplicable", out _))
                {
                    if (!Reason.Read(context, json, out var reason))
                        return false;
                    value = PolicyKit.Declared<T>.NotApplicableBecause(reason);
                    return true;
                }

                if (!codec.Read(context, json, out var read))
                    return false;
                value = new Declared<T>(read);
                return true;
            },
            (writer, value) =>
            {
                if (value.Value is { } declared)
                    codec.Write(writer, declared);
                else
                    Reason.Write(writer, value.NotApplicable!);
            }
        );

    private static readonly Codec<string> Reason = Object<string>(
        (m, reason) => m.Required("notApplicable", reason, Text)
    );

    /// <summary>Whether every character is of a kind.</summary>
    public static bool Has(string text, Func<char, bool> kind)
    {
        foreach (var c in text)
            if (!kind(c))
                return false;
        return true;
    }

    // Made once for each enumeration.
    private static class Usual<T>
        where T : struct, Enum
    {
        public static readonly Codec<T> Words = Words<T>(Array.ConvertAll(Enum.GetNames(typeof(T)), Kebab));
    }

    private static string Kebab(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append('-');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    private static bool ReadText(ReadContext context, JsonValue json, out string value)
    {
        value = "";
        if (json.Kind != JsonKind.String)
            return context.WrongType(json, "type.string");
        value = json.GetString();
        foreach (var c in value)
            if (!IsSpace(c))
                return true;
        return context.Wrong("read.empty-string", json);
    }

    // ECMA-262 WhiteSpace and LineTerminator: what `\s` means in the schemas.
    public static bool IsSpace(char c) =>
        c
            is (>= '\t' and <= '\r')
                or ' '
                or '\u00a0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200a')
                or '\u2028'
                or '\u2029'
                or '\u202f'
                or '\u205f'
                or '\u3000'
                or '\ufeff';

    // 5.0 and 5e0 are the integer 5, for JSON Schema and for us. (An exponent that needs more than a decimal holds is
    // out of every range.)
    private static bool IsInteger(JsonValue json, out decimal number) =>
        decimal.TryParse(json.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && number == decimal.Truncate(number);
}
