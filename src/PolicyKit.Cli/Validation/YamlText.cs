using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// YAML as JSON, with the places that the values have in the YAML. Plain scalars are what the core schema of YAML 1.2
/// (§10.3) makes of them: a date is a string, <c>yes</c> is one too.
/// </summary>
internal sealed class YamlText
{
    // An alias repeats what it names; a few lines can name themselves into billions.
    private const int MaxNodes = 1_000_000;
    private const int MaxDepth = 512;

    private readonly Dictionary<AnchorName, (int Start, int End)> _anchors = [];
    private readonly List<ParsingEvent> _events = [];
    private readonly List<TextRange> _places = [];
    private readonly MemoryStream _json = new();
    private readonly Utf8JsonWriter _writer;

    // Messages show values as they are written: Japanese stays readable.
    private YamlText() =>
        _writer = new Utf8JsonWriter(
            _json,
            new JsonWriterOptions
            {
                SkipValidation = true,
                MaxDepth = MaxDepth * 2,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    /// <summary>The documents of a YAML stream. What is no YAML is one document that says so.</summary>
    public static IReadOnlyList<SourceDocument> Read(string path, byte[] utf8)
    {
        var documents = new List<SourceDocument>();
        try
        {
            var parser = new Parser(new StringReader(Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF')));
            YamlText? current = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case DocumentStart:
                        current = new YamlText();
                        break;
                    case DocumentEnd:
                        documents.Add(SourceDocument.FromPart(path, current!.Convert(), utf8));
                        break;
                    case StreamStart or StreamEnd:
                        break;
                    case { } other:
                        current!._events.Add(other);
                        break;
                }
            }
        }
        catch (YamlException e)
        {
            documents.Add(
                Broken(
                    path,
                    utf8,
                    CliException.Messages.Message("yaml.syntax", e.InnerException?.Message ?? e.Message),
                    e.Start
                )
            );
        }
        catch (YamlProblem problem)
        {
            documents.Add(Broken(path, utf8, problem.Localized, problem.Start));
        }

        return documents.Count > 0 ? documents : [SourceDocument.FromBytes(path, [])];
    }

    private static SourceDocument Broken(string path, byte[] utf8, LocalizedMessage message, Mark at) =>
        SourceDocument.FromPart(path, JsonText.Invalid(message, Position(at)), utf8);

    private static TextPosition Position(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private JsonText Convert()
    {
        var at = 0;
        Node(ref at, 0);
        _writer.Flush();
        return JsonText.Converted(_json.ToArray(), _places);
    }

    private void Node(ref int at, int depth)
    {
        var start = at;
        var current = _events[at++];
        if (depth > MaxDepth)
            throw new YamlProblem("yaml.too-deep", current, MaxDepth);
        if (_places.Count > MaxNodes)
            throw new YamlProblem("yaml.too-large", current, MaxNodes);
        switch (current)
        {
            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value, out var known))
                    throw new YamlProblem("yaml.unknown-alias", current, alias.Value.Value);
                var again = known.Start;
                Node(ref again, depth + 1);
                return;
            case Scalar scalar:
                Place(scalar, scalar.End);
                Write(scalar);
                break;
            case SequenceStart:
                Container(ref at, current, depth, isMapping: false);
                break;
            case MappingStart:
                Container(ref at, current, depth, isMapping: true);
                break;
        }

        // Only what is complete can be named: an anchor within itself has no end.
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = (start, at);
    }

    private void Container(ref int at, ParsingEvent start, int depth, bool isMapping)
    {
        var place = _places.Count;
        Place(start, start.End);
        if (isMapping)
            _writer.WriteStartObject();
        else
            _writer.WriteStartArray();
        while (_events[at] is not (SequenceEnd or MappingEnd))
        {
            if (isMapping)
            {
                var key = _events[at++];
                if (key is AnchorAlias alias && _anchors.TryGetValue(alias.Value, out var known))
                    key = _events[known.Start];
                if (key is not Scalar name)
                    throw new YamlProblem("yaml.complex-key", key);
                Place(name, name.End);
                _writer.WritePropertyName(name.Value);
            }

            Node(ref at, depth + 1);
        }

        var end = _events[at++];
        _places[place] = new TextRange(_places[place].Start, Position(end.Start));
        if (isMapping)
            _writer.WriteEndObject();
        else
            _writer.WriteEndArray();
    }

    private void Place(ParsingEvent node, Mark end) => _places.Add(new TextRange(Position(node.Start), Position(end)));

    private void Write(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, Value: "tag:yaml.org,2002:str" })
        {
            _writer.WriteStringValue(scalar.Value);
            return;
        }

        switch (scalar.Value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                _writer.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                _writer.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                _writer.WriteBooleanValue(false);
                break;
            default:
                if (Number(scalar.Value) is { } number)
                    _writer.WriteRawValue(number);
                else
                    _writer.WriteStringValue(scalar.Value);
                break;
        }
    }

    // [-+]?[0-9]+, 0o[0-7]+, 0x[0-9a-fA-F]+ and [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? as JSON writes them; null for what is none.
    private static string? Number(string text)
    {
        if (
            text.StartsWith("0x", StringComparison.Ordinal)
            && text.Length > 2
            && text.AsSpan(2).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0
        )
            return BigInteger
                .Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
        if (
            text.StartsWith("0o", StringComparison.Ordinal)
            && text.Length > 2
            && text.AsSpan(2).IndexOfAnyExcept("01234567") < 0
        )
            return text[2..]
                .Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0'))
                .ToString(CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var rest = text[0] is '-' or '+' ? text[1..] : text;
        var e = rest.AsSpan().IndexOfAny('e', 'E');
        var (mantissa, exponent) = e < 0 ? (rest, "") : (rest[..e], rest[(e + 1)..]);
        if (e >= 0 && !IsDigits(exponent.StartsWith('-') || exponent.StartsWith('+') ? exponent[1..] : exponent))
            return null;
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = dot < 0 ? (mantissa, "") : (mantissa[..dot], mantissa[(dot + 1)..]);
        if (
            (whole.Length == 0 && fraction.Length == 0)
            || (whole.Length > 0 && !IsDigits(whole))
            || (fraction.Length > 0 && !IsDigits(fraction))
        )
            return null;
        whole = whole.TrimStart('0');
        return sign
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length > 0 ? "." + fraction : "")
            + (e < 0 ? "" : "e" + exponent);
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private sealed class YamlProblem(string key, ParsingEvent at, params object[] arguments) : Exception(key)
    {
        public LocalizedMessage Localized { get; } = CliException.Messages.Message(key, arguments);

        public Mark Start { get; } = at.Start;
    }
}
