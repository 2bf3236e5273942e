namespace PolicyKit.Json;

/// <content>What people write where JSON wants something else, so that the message names it.</content>
internal sealed partial class JsonParser
{
    // By the first character; those of Japanese keyboards look like the ones that are due.
    private static readonly (string Characters, string Key)[] Wide =
    {
        ("“”＂「」『』", "json.wide-quote"),
        ("，、；;", "json.wide-comma"),
        ("\u3000\u00A0", "json.wide-space"),
        ("｛｝［］【】", "json.wide-bracket"),
        ("０１２３４５６７８９－＋", "json.wide-number"),
    };

    /// <summary>
    /// Reports what stands at a place where something else is due: by the slip that it shows, or in general.
    /// </summary>
    private bool Unexpected(string key, int at)
    {
        if (at >= _utf8.Length)
            return _depth > 0 ? FailUnclosed(at) : Fail(key, at, End());
        return SlipAt(at) is { } slip ? Fail(slip, at, Shown(at)) : Fail(key, at, Shown(at));
    }

    private string? SlipAt(int at)
    {
        var (now, next) = (_utf8[at], at + 1 < _utf8.Length ? _utf8[at + 1] : (byte)0);
        if (now == '#' || Is(at, "＃") || (now == '/' && next is (byte)'/' or (byte)'*'))
            return "json.comment";
        if (now == '\'')
            return "json.single-quote";
        foreach (var (characters, key) in Wide)
        foreach (var character in characters)
            if (Is(at, character.ToString()))
                return key;
        return OtherFormat(at);
    }

    // The whole text is something else: only its beginning can say so.
    private string? OtherFormat(int at)
    {
        if (at != SkipWhiteSpace(_first))
            return null;
        if (_utf8[at] == '<')
            return "json.other-format#markup";
        var end = at;
        while (end < _utf8.Length && _utf8[end] is not ((byte)'\n' or (byte)'\r'))
            end++;
        var line = System.Text.Encoding.UTF8.GetString(_utf8, at, end - at);
        if (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
            return "json.other-format#yaml";
        var colon = line.IndexOf(':');
        if (colon > 0 && line.IndexOf('"', 0, colon) < 0 && (colon + 1 == line.Length || line[colon + 1] == ' '))
            return "json.other-format#yaml";
        return line.IndexOf(',') > 0 && line.IndexOfAny(new[] { '{', '[', ':' }) < 0 ? "json.other-format#csv" : null;
    }

    // Behind a text that a quote within it has ended: "a "b" c".
    private bool IsBehindText(int at)
    {
        var before = at - 1;
        while (before > 0 && _utf8[before] == ' ')
            before--;
        return _utf8[before] == '"' && (_utf8[at] >= 0x80 || char.IsLetterOrDigit((char)_utf8[at]));
    }

    private bool FailUnclosed(int at)
    {
        var open = _nodes[_open[_depth - 1]];
        return Fail(
            "json.unclosed",
            at,
            open.Kind == JsonKind.Object ? "{" : "[",
            open.Kind == JsonKind.Object ? "}" : "]",
            new LineOf(open.Start)
        );
    }

    private bool FailMismatch(int at)
    {
        var open = _nodes[_open[_depth - 1]];
        return Fail(
            "json.mismatch",
            at,
            open.Kind == JsonKind.Object ? "{" : "[",
            open.Kind == JsonKind.Object ? "}" : "]",
            new LineOf(open.Start),
            Shown(at)
        );
    }

    // 2026-04-01, 120円, 3日: figures that go on as something else.
    private bool FailNumber(int start)
    {
        if (OtherFormat(start) is { } other)
            return Fail(other, start);
        var end = start;
        while (
            end < _utf8.Length && _utf8[end] is not ((byte)',' or (byte)'\n' or (byte)'\r' or (byte)'}' or (byte)']')
        )
            end++;
        var text = System.Text.Encoding.UTF8.GetString(_utf8, start, end - start).Trim();
        if (text.StartsWith("-Infinity", StringComparison.Ordinal))
            return Fail("json.not-finite", start, "-Infinity");
        var isCode = text.Skip(1).Any(c => c is '-' or '/' or ':' or '年');
        return Fail(isCode ? "json.bad-number#code" : "json.bad-number", start);
    }

    // A line that is known only when an error is told.
    private sealed record LineOf(int Offset);
}
