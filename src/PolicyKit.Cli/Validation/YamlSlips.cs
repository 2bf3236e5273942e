using System.Text.RegularExpressions;
using PolicyKit.Json;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// Slips that can be seen in the lines of a text that is not YAML, near the place where the library gave up: it often
/// speaks of the line after the mistake.
/// </summary>
internal static partial class YamlSlips
{
    private const string Spaces = "\u3000\u00A0";

    /// <summary>The first slip in the lines from <paramref name="first"/> to <paramref name="last"/>, counted from 1,
    /// with the message and its arguments; null where nothing is seen.</summary>
    public static (string Key, TextPosition At, object[] Arguments)? In(string[] lines, int first, int last)
    {
        var (text, flow) = (TextLines(lines), FlowLines(lines));
        for (var line = Math.Max(1, first); line <= Math.Min(lines.Length, last); line++)
            if (!text.Contains(line) && Of(lines, line, flow.Contains(line)) is var (key, column, arguments))
                return (key, new TextPosition(line, column + 1), arguments);
        return null;
    }

    private static (string Key, int Column, object[] Arguments)? Of(string[] lines, int number, bool isInBrackets)
    {
        var line = lines[number - 1];
        var indent = line.Length - line.TrimStart(' ').Length;
        var rest = line[indent..];
        if (rest.Length == 0 || rest[0] == '#' || rest is "---" or "...")
            return null;
        if (rest[0] == '＃')
            return ("yaml.syntax#wide-hash", indent, []);
        if (rest.StartsWith("//", StringComparison.Ordinal) || rest.StartsWith("/*", StringComparison.Ordinal))
            return ("yaml.syntax#slash-comment", indent, []);
        // Within brackets that another line has opened, a line is no item of its own.
        if (isInBrackets)
            return null;
        return Mark(rest, indent) ?? Colon(rest, indent) ?? Value(rest, indent) ?? Shape(lines, number, rest, indent);
    }

    // The mark of a list in another width, or with no space behind it.
    private static (string, int, object[])? Mark(string rest, int indent)
    {
        if (rest[0] is '－' or '‐' or '–' or '−' or '・' or '●')
            return ("yaml.syntax#wide-dash", indent, [rest[..1]]);
        return rest.Length > 1 && rest[0] == '-' && (char.IsLetter(rest[1]) || rest[1] is '"' or '\'')
            ? ("yaml.syntax#dash", indent, [])
            : null;
    }

    // A colon with nothing, or with a wide space, behind it.
    private static (string, int, object[])? Colon(string rest, int indent)
    {
        var name = Name().Match(rest);
        if (!name.Success)
            return null;
        var colon = name.Groups["name"].Index + name.Groups["name"].Length;
        var behind = rest[colon + 1];
        if (Spaces.Contains(behind, StringComparison.Ordinal))
            return ("yaml.syntax#wide-after-colon", indent + colon + 1, []);
        var isList = rest[0] == '-';
        return behind is not (' ' or '/' or ':') && !isList && !rest.Contains(": ", StringComparison.Ordinal)
            ? ("yaml.syntax#no-space", indent + colon, [name.Groups["name"].Value])
            : null;
    }

    // What stands behind a quoted text or a closed bracket, and with what a value may not begin.
    private static (string, int, object[])? Value(string rest, int indent)
    {
        var start = Start().Match(rest).Length;
        if (start >= rest.Length)
            return null;
        if (rest[start] is '*' or '&' or '@' or '`' or '%' && SignAndText().IsMatch(rest[start..]))
            return ("yaml.syntax#start", indent + start, [rest.Substring(start, 1)]);
        if (
            start > 0
            && rest[start] == '-'
            && rest[..start].TrimEnd().EndsWith(':')
            && rest.Length > start + 1
            && rest[start + 1] == ' '
        )
            return ("yaml.syntax#dash-value", indent + start, []);
        if (rest[start] is '|' or '>' && TextBehindMark().IsMatch(rest[start..]))
            return ("yaml.syntax#block-text", indent + start, [rest.Substring(start, 1)]);
        if (End(rest, start) is not { } end || end >= rest.Length)
            return null;
        var behind = rest[end..];
        var at = end + behind.Length - behind.TrimStart(' ').Length;
        if (at >= rest.Length)
            return null;
        var isBracket = rest[start] is '[' or '{';
        var place = indent + at;
        return (rest[at], behind[0]) switch
        {
            ('#', ' ') or (':', _) or ('&', _) => null,
            ('#', _) => ("yaml.syntax#comment-space", place, []),
            ('＃', _) => ("yaml.syntax#wide-hash", place, []),
            ('/', _) => ("yaml.syntax#slash-comment", place, []),
            ('\u3000' or '\u00A0', _) when rest[at..].Trim().Length == 0 => ("yaml.syntax#wide-end", place, []),
            (',', _) when rest[at..].Trim() is "," => ("yaml.syntax#line-comma", place, []),
            (']' or '}', _) when isBracket => ("yaml.syntax#extra-bracket", place, [rest.Substring(at, 1)]),
            _ when isBracket => ("yaml.syntax#after-bracket", place, []),
            _ => ("yaml.syntax#after-quote", place, [rest.Substring(start, 1)]),
        };
    }

    // A line that is deeper than a value allows, or that has no colon between lines that have one.
    private static (string, int, object[])? Shape(string[] lines, int number, string rest, int indent)
    {
        var (before, after) = (Neighbour(lines, number, -1), Neighbour(lines, number, 1));
        if (
            before is { } above
            && Pair().IsMatch(rest)
            && PairWithValue().IsMatch(above.TrimStart(' '))
            && Indent(above) < indent
            && !above.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal)
        )
            return ("yaml.syntax#deeper", indent, []);
        return
            after is { } below
            && Indent(below) == indent
            && Pair().IsMatch(below.TrimStart(' '))
            && Word().IsMatch(rest)
            ? ("yaml.syntax#no-colon", indent, [])
            : null;
    }

    private static string? Neighbour(string[] lines, int number, int step)
    {
        for (var at = number - 1 + step; at >= 0 && at < lines.Length; at += step)
            if (lines[at].Trim() is { Length: > 0 } text && text[0] != '#')
                return lines[at];
        return null;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    // Behind a quoted text or a bracket that closes on its line; null where there is none, or it does not.
    private static int? End(string rest, int start)
    {
        if (rest[start] is '"' or '\'')
            return EndOfQuoted(rest, start);
        if (rest[start] is not ('[' or '{'))
            return null;
        var depth = 0;
        for (var at = start; at < rest.Length; at++)
            switch (rest[at])
            {
                case '"' or '\'' when rest[at - 1] is ' ' or '[' or '{' or ',' or ':':
                    if (EndOfQuoted(rest, at) is not { } end)
                        return null;
                    at = end - 1;
                    break;
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}' when --depth == 0:
                    return at + 1;
            }

        return null;
    }

    private static int? EndOfQuoted(string rest, int start)
    {
        for (var at = start + 1; at < rest.Length; at++)
        {
            if (rest[at] == '\\' && rest[start] == '"')
                at++;
            else if (rest[at] == rest[start])
            {
                if (rest[start] != '\'' || at + 1 >= rest.Length || rest[at + 1] != '\'')
                    return at + 1;
                at++;
            }
        }

        return null;
    }

    // The lines of block scalars: whatever stands in them is text.
    private static HashSet<int> TextLines(string[] lines)
    {
        var (text, at) = (new HashSet<int>(), 0);
        while (at < lines.Length)
        {
            var indent = Indent(lines[at]);
            if (!BlockMark().IsMatch(lines[at++]))
                continue;
            for (; at < lines.Length && (lines[at].Trim().Length == 0 || Indent(lines[at]) > indent); at++)
                text.Add(at + 1);
        }

        return text;
    }

    // The lines at whose beginning a bracket is open.
    private static HashSet<int> FlowLines(string[] lines)
    {
        var (within, depth) = (new HashSet<int>(), 0);
        for (var number = 1; number <= lines.Length; number++)
        {
            if (depth > 0)
                within.Add(number);
            var line = lines[number - 1];
            for (var at = 0; at < line.Length && line[at] != '#'; at++)
                if (line[at] is '"' or '\'' && (at == 0 || " [{,:".Contains(line[at - 1], StringComparison.Ordinal)))
                    at = (EndOfQuoted(line, at) ?? line.Length) - 1;
                else if (line[at] is '[' or '{')
                    depth++;
                else if (line[at] is ']' or '}')
                    depth = Math.Max(0, depth - 1);
        }

        return within;
    }

    [GeneratedRegex(@"^(?:- )*(?<name>[\p{L}_$][\w.$-]*):(?=.)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:- +)*(?:(?:""[^""]*""|'[^']*'|[^\s""'#:\[\]{},][^:#""']*): +)?")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?:[*&][^\s,\[\]{}]*[^\s\w,\[\]{}.-]|[*][^\s]+ +[^#\s]|[@`%])")]
    private static partial Regex SignAndText();

    [GeneratedRegex(@"^[|>][-+0-9]*(?: *[^-+0-9 #]| +[^#])")]
    private static partial Regex TextBehindMark();

    [GeneratedRegex(@"^[\p{L}_$""'][^:#]*:(?: |$)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"^[\p{L}_$""'][^:#]*: +[^\s|>#&]")]
    private static partial Regex PairWithValue();

    [GeneratedRegex(@"^[\p{L}_$][\w.$-]*\s*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:^|[:\-] +)[|>][-+0-9]*\s*(?:#.*)?$")]
    private static partial Regex BlockMark();
}
