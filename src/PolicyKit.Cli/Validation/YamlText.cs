using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Cli.Failures;
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
internal sealed partial class YamlText
{
    // An alias repeats what it names; a few lines can name themselves into billions.
    private const int MaxNodes = 1_000_000;
    private const int MaxDepth = 512;

    // So do merge keys, which are looked through and write nothing.
    private const int MaxSteps = 10_000_000;

    // A number of more digits is a slip of the keyboard or an attack, and costs the square of its length.
    private const int MaxDigits = 1_000;

    private const string NumberCharacters = "0123456789abcdefABCDEFxo.+-";

    private readonly Dictionary<AnchorName, (int Start, int End)> _anchors = [];
    private readonly List<ParsingEvent> _events = [];
    private readonly List<TextRange> _places = [];
    private readonly string[] _lines;
    private int _steps;
    private readonly MemoryStream _json = new();
    private readonly Utf8JsonWriter _writer;

    // Messages show values as they are written: Japanese stays readable.
    private YamlText(string[] lines)
    {
        _lines = lines;
        _writer = new Utf8JsonWriter(
            _json,
            new JsonWriterOptions
            {
                SkipValidation = true,
                MaxDepth = MaxDepth * 2,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }

    // A mark at the beginning, or behind comments that somebody put before it, as the line that names a schema:
    // YAML 1.2
    // §9.1.1 allows both.
    private static string WithoutMarks(string text)
    {
        var at = 0;
        while (at < text.Length && text.IndexOf('\n', at) is var end and >= 0)
        {
            if (text.AsSpan(at, end - at).Trim(" \t\r\uFEFF") is not ([] or ['#', ..]))
                break;
            at = end + 1;
        }

        return text[..at].Replace("\uFEFF", "", StringComparison.Ordinal) + text[at..].TrimStart('\uFEFF');
    }

    /// <summary>The documents of a YAML stream. What is not YAML is one document that says so.</summary>
    public static IReadOnlyList<SourceDocument> Read(string path, byte[] utf8)
    {
        var documents = new List<SourceDocument>();
        var text = WithoutMarks(Encoding.UTF8.GetString(utf8));
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        var parser = new Parser(new StringReader(text));
        var brackets = new Stack<ParsingEvent>();
        try
        {
            YamlText? current = null;
            var depth = 0;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case DocumentStart:
                        current = new YamlText(lines);
                        break;
                    case DocumentEnd:
                        documents.Add(SourceDocument.FromPart(path, current!.Convert(), utf8));
                        break;
                    case StreamStart or StreamEnd:
                        break;
                    case { } other:
                        // Before the rest is read: the library's own nesting is bounded by the stack alone.
                        depth += other.NestingIncrease;
                        if (depth > MaxDepth)
                            throw new YamlProblem("yaml.too-deep", other, MaxDepth);
                        if (Control(other) is { } control)
                            throw new YamlProblem("yaml.control-character", other, control);
                        if (
                            other
                            is SequenceStart { Style: SequenceStyle.Flow }
                                or MappingStart { Style: MappingStyle.Flow }
                        )
                            brackets.Push(other);
                        else if (other.NestingIncrease < 0 && brackets.Count > 0)
                            brackets.Pop();
                        current!._events.Add(other);
                        break;
                }
            }
        }
        catch (YamlException e)
        {
            var (message, at) = YamlDiagnosis.Of(e, lines);
            documents.Add(SourceDocument.FromPart(path, JsonText.Invalid(message, at), utf8));
        }
        // The library's scanner throws these of a bracket that is not closed.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            var (key, at) =
                brackets.Count > 0
                    ? ("yaml.syntax#bracket", brackets.Peek().Start)
                    : ("yaml.syntax", parser.Current?.Start ?? Mark.Empty);
            documents.Add(Broken(path, utf8, CliException.Messages.Message(key), at));
        }
        catch (YamlProblem problem)
        {
            documents.Add(Broken(path, utf8, problem.Localized, problem.Start));
        }

        return documents.Count > 0 ? documents : [SourceDocument.FromBytes(path, [])];
    }

    // YAML 1.2 §5.1 allows none but tab and line breaks; the library lets them through.
    private static string? Control(ParsingEvent at)
    {
        if (at is not Scalar scalar || scalar.Style == ScalarStyle.DoubleQuoted)
            return null;
        foreach (var c in scalar.Value)
            if ((c < ' ' && c is not ('\t' or '\n' or '\r')) || c == '\u007F')
                return ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return null;
    }

    private static SourceDocument Broken(string path, byte[] utf8, LocalizedMessage message, Mark at) =>
        SourceDocument.FromPart(path, JsonText.Invalid(message, Position(at)), utf8);

    private static TextPosition Position(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private JsonText Convert()
    {
        var at = 0;
        if (
            _events is [Scalar { Style: ScalarStyle.Plain } only]
            && only.Value.Contains('：', StringComparison.Ordinal)
        )
            throw new YamlProblem("yaml.syntax#wide-colon", only);
        LostAnchor();
        Node(ref at, 0);
        _writer.Flush();
        return JsonText.Converted(_json.ToArray(), _places, _lines);
    }

    // "&注意" is a name that nothing uses to YAML, and a part of the text to whoever wrote it.
    private void LostAnchor()
    {
        var used = _events.OfType<AnchorAlias>().Select(a => a.Value).ToHashSet();
        foreach (var node in _events.OfType<NodeEvent>())
            if (
                node is Scalar { Style: ScalarStyle.Plain, Anchor.IsEmpty: false }
                && !used.Contains(node.Anchor)
                && node.Anchor.Value.Any(c => c > '~')
            )
                throw new YamlProblem("yaml.syntax#start", node, "&");
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
                if (!_anchors.TryGetValue(alias.Value, out var known) && !IsName(alias))
                    throw new YamlProblem("yaml.syntax#start", current, "*");
                if (known == default)
                    throw new YamlProblem(
                        IsOpen(alias.Value, start) ? "yaml.unknown-alias#self" : "yaml.unknown-alias",
                        current,
                        alias.Value.Value
                    );
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

    // "*.example.jp" is a pattern to whoever wrote it, and a password with a star is no name to repeat.
    private bool IsName(AnchorAlias alias) =>
        alias.Value.Value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')
        && !SecretShapes.IsSecretName(
            LineName().Match(_lines[Math.Min(_lines.Length, (int)alias.Start.Line) - 1]).Value
        );

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{N}_.$ -]{0,60}(?=[""']?\s*:)")]
    private static partial Regex LineName();

    // An alias within the value that it names.
    private bool IsOpen(AnchorName name, int before) =>
        _events.Take(before).Any(e => e is NodeEvent { Anchor: var anchor } && anchor == name);

    private void Container(ref int at, ParsingEvent start, int depth, bool isMapping)
    {
        var (place, opening) = (_places.Count, at - 1);
        Place(start, start.End);
        if (isMapping)
            _writer.WriteStartObject();
        else
            _writer.WriteStartArray();
        var (inherited, merges) = (new List<int>(), 0);
        while (_events[at] is not (SequenceEnd or MappingEnd))
        {
            if (isMapping && IsMerge(_events[at]))
            {
                // Readers differ on which of two wins.
                if (merges++ > 0)
                    throw new YamlProblem("yaml.merge#twice", _events[at]);
                inherited.AddRange(Sources(at + 1) ?? throw new YamlProblem("yaml.merge", _events[at + 1]));
                at++;
                Skip(ref at);
                continue;
            }

            if (isMapping)
                Key(ref at);
            Node(ref at, depth + 1);
        }

        if (inherited.Count > 0)
            Inherit(inherited, KeysOf(opening), depth);
        var end = _events[at++];
        _places[place] = new TextRange(_places[place].Start, Position(end.Start));
        if (isMapping)
            _writer.WriteEndObject();
        else
            _writer.WriteEndArray();
    }

    private void Key(ref int at)
    {
        if (_events[at] is Scalar { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = (at, at + 1);
        var key = Named(_events[at++]);
        if (key is not Scalar name)
            throw new YamlProblem("yaml.complex-key", key);
        // To YAML a full-width space is a letter; to people it is indentation.
        if (name.Style == ScalarStyle.Plain && name.Value.StartsWith('\u3000'))
            throw new YamlProblem("yaml.syntax#wide-space", name);
        Place(name, name.End);
        _writer.WritePropertyName(name.Value);
    }

    private ParsingEvent Named(ParsingEvent node) =>
        node is AnchorAlias alias && _anchors.TryGetValue(alias.Value, out var known) ? _events[known.Start] : node;

    // The merge key of YAML 1.1 (https://yaml.org/type/merge.html), which people write and tools read.
    private static bool IsMerge(ParsingEvent key) => key is Scalar { Value: "<<", Style: ScalarStyle.Plain };

    // Where the mappings begin that a merge key names: one, or a list of them; null where it names something else.
    private List<int>? Sources(int at)
    {
        var start = StartOf(at);
        if (_events[start] is MappingStart)
            return [start];
        if (_events[start] is not SequenceStart)
            return null;
        var sources = new List<int>();
        for (var item = start + 1; _events[item] is not SequenceEnd; Skip(ref item))
        {
            if (_events[StartOf(item)] is not MappingStart)
                return null;
            sources.Add(StartOf(item));
        }

        return sources;
    }

    private int StartOf(int at) =>
        _events[at] is AnchorAlias alias && _anchors.TryGetValue(alias.Value, out var known) ? known.Start : at;

    private void Skip(ref int at)
    {
        var depth = 0;
        do
        {
            if (++_steps > MaxSteps)
                throw new YamlProblem("yaml.too-large", _events[at], MaxNodes);
            depth += _events[at++].NestingIncrease;
        } while (depth > 0);
    }

    private HashSet<string> KeysOf(int mapping)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var at = mapping + 1; _events[at] is not MappingEnd; )
        {
            if (Named(_events[at++]) is Scalar name)
                keys.Add(name.Value);
            Skip(ref at);
        }

        return keys;
    }

    // What a mapping says itself wins over what it inherits, and earlier sources over later ones.
    private void Inherit(List<int> sources, HashSet<string> known, int depth)
    {
        if (depth > MaxDepth)
            throw new YamlProblem("yaml.too-deep", _events[sources[0]], MaxDepth);
        foreach (var source in sources)
            for (var at = source + 1; _events[at] is not MappingEnd; )
            {
                if (++_steps > MaxSteps)
                    throw new YamlProblem("yaml.too-large", _events[source], MaxNodes);
                if (IsMerge(_events[at]) && Sources(at + 1) is { } further)
                {
                    Inherit(further, known, depth + 1);
                    at++;
                    Skip(ref at);
                }
                else if (Named(_events[at]) is Scalar name && known.Add(name.Value))
                {
                    Key(ref at);
                    Node(ref at, depth + 1);
                }
                else
                {
                    at++;
                    Skip(ref at);
                }
            }
    }

    private void Place(ParsingEvent node, Mark end) => _places.Add(new TextRange(Position(node.Start), Position(end)));

    private sealed class YamlProblem(string key, ParsingEvent at, params object[] arguments) : Exception(key)
    {
        public LocalizedMessage Localized { get; } = CliException.Messages.Message(key, arguments);

        public Mark Start { get; } = at.Start;
    }
}
