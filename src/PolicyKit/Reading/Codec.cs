using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>One JSON shape and one meaning, in both directions.</summary>
/// <param name="read">The value, or what is wrong with it in the context.</param>
/// <param name="write">Writes a value that <paramref name="read"/> gives back.</param>
internal sealed class Codec<T>(Codec<T>.Reader read, Action<JsonWriter, T> write)
{
    public delegate bool Reader(ReadContext context, JsonValue json, out T value);

    public bool Read(ReadContext context, JsonValue json, out T value) => read(context, json, out value);

    public void Write(JsonWriter writer, T value) => write(writer, value);
}

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
        (writer, value) => writer.Raw(value ? "true" : "false"));

    public static readonly Codec<LocalDate> Date = new(
        (ReadContext context, JsonValue json, out LocalDate value) =>
        {
            value = default;
            if (!ReadText(context, json, out var text)) return false;
            return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value) || context.Wrong("read.bad-date", json, text);
        },
        (writer, date) => writer.Text(LocalDatePattern.Iso.Format(date)));

    /// <summary>A SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static Codec<string> Sha256 => Shaped("^[0-9a-f]{64}$", "read.bad-sha256");

    public static Codec<int> Integer(int low, int high = int.MaxValue) => new(
        (ReadContext context, JsonValue json, out int value) =>
        {
            value = 0;
            if (json.Kind != JsonKind.Number) return context.WrongType(json, "type.integer");
            if (!IsInteger(json, out var number)) return context.Wrong("read.not-integer", json, json.RawText);
            if (number < low || number > high) return context.Wrong("read.out-of-range", json, json.RawText, low, high);
            value = (int)number;
            return true;
        },
        (writer, value) => writer.Raw(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A string with a shape of its own.</summary>
    public static Codec<T> Parsed<T>(Func<string, T?> tryParse, string problem = "read.bad-id") where T : class => new(
        (ReadContext context, JsonValue json, out T value) =>
        {
            value = null!;
            if (!ReadText(context, json, out var text)) return false;
            if (tryParse(text) is not { } parsed) return context.Wrong(problem, json, text);
            value = parsed;
            return true;
        },
        (writer, value) => writer.Text(value.ToString()!));

    /// <summary>A string of a shape.</summary>
    public static Codec<string> Shaped(string pattern, string problem)
    {
        var shape = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        // `$` of .NET also matches before a final line feed.
        return Parsed(text => shape.IsMatch(text) && text[text.Length - 1] != '\n' ? text : null, problem);
    }

    /// <summary>A closed set of words.</summary>
    public static Codec<T> Words<T>(params (string Word, T Value)[] words) where T : struct, Enum => new(
        (ReadContext context, JsonValue json, out T value) =>
        {
            value = default;
            if (!ReadText(context, json, out var text)) return false;
            foreach (var word in words)
            {
                if (word.Word != text) continue;
                value = word.Value;
                return true;
            }

            return context.Wrong("read.unknown-word", json, text, string.Join(", ", words.Select(w => w.Word)));
        },
        (writer, value) => writer.Text(words.First(w => w.Value.Equals(value)).Word));

    /// <summary>The words of an enumeration: PolicyReview in code is policy-review in data.</summary>
    public static Codec<T> Words<T>() where T : struct, Enum => Words(Enum.GetValues(typeof(T)).Cast<T>().Select(v => (Kebab(v.ToString()), v)).ToArray());

    /// <summary>An object whose members one function reads and writes.</summary>
    public static Codec<T> Object<T>(Func<ObjectMapper, T?, T> map) where T : class => new(
        (ReadContext context, JsonValue json, out T value) =>
        {
            value = null!;
            if (ObjectMapper.For(context, json) is not { } mapper) return false;
            value = map(mapper, null);
            mapper.Done();
            return mapper.IsComplete;
        },
        (writer, value) =>
        {
            writer.Open('{');
            map(new ObjectMapper(writer), value);
            writer.Close('}');
        });

    /// <summary>A list that is not empty. An item that cannot be read is left out, with its problem.</summary>
    public static Codec<ValueList<T>> List<T>(Codec<T> item, Func<T, string>? key = null) => new(
        (ReadContext context, JsonValue json, out ValueList<T> value) =>
        {
            value = ValueList<T>.Empty;
            if (json.Kind != JsonKind.Array) return context.WrongType(json, "type.array");
            if (json.Count == 0) return context.Wrong("read.empty-list", json);
            var (items, seen) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var at in json.Items())
            {
                if (!item.Read(context, at, out var read)) continue;
                items.Add(read);
                if (key is not null && !seen.Add(key(read))) context.Wrong("read.duplicate-id", at.TryGetMember("id", out var id) ? id : at, key(read));
            }

            value = items.ToValueList();
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
        });

    /// <summary>What is declared, or why it does not apply.</summary>
    public static Codec<Declared<T>> Declared<T>(Codec<T> codec) where T : class => new(
        (ReadContext context, JsonValue json, out Declared<T> value) =>
        {
            value = null!;
            if (json.TryGetMember("notApplicable", out _))
            {
                if (!Reason.Read(context, json, out var reason)) return false;
                value = PolicyKit.Declared<T>.NotApplicableBecause(reason);
                return true;
            }

            if (!codec.Read(context, json, out var read)) return false;
            value = new Declared<T>(read);
            return true;
        },
        (writer, value) =>
        {
            if (value.Value is { } declared) codec.Write(writer, declared);
            else Reason.Write(writer, value.NotApplicable!);
        });

    private static readonly Codec<string> Reason = Object<string>((m, reason) => m.Required("notApplicable", reason, Text));

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static bool ReadText(ReadContext context, JsonValue json, out string value)
    {
        value = "";
        if (json.Kind != JsonKind.String) return context.WrongType(json, "type.string");
        value = json.GetString();
        return value.Any(c => !IsSpace(c)) || context.Wrong("read.empty-string", json);
    }

    // ECMA-262 WhiteSpace and LineTerminator: what `\s` means in the schemas.
    private static bool IsSpace(char c) => c is (>= '\t' and <= '\r') or ' ' or '\u00a0' or '\u1680' or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\ufeff';

    // 5.0 and 5e0 are the integer 5, for JSON Schema and for us. (An exponent that needs more than a decimal holds is out of every range.)
    private static bool IsInteger(JsonValue json, out decimal number) =>
        decimal.TryParse(json.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number == decimal.Truncate(number);
}
