using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;
using YamlDotNet.Core;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// What is wrong with a text that is not YAML, in the reader's words and at the line where it is: the library speaks
/// English, and sometimes of another line.
/// </summary>
internal static class YamlDiagnosis
{
    public static (LocalizedMessage Message, TextPosition At) Of(YamlException failure, string[] lines)
    {
        var reported = new TextPosition((int)Math.Max(1, failure.Start.Line), (int)Math.Max(1, failure.Start.Column));
        var said = failure.InnerException?.Message ?? failure.Message;
        // Of a tab the library says where the text begins, not where the tab is.
        var last = said.Contains("tab", StringComparison.OrdinalIgnoreCase)
            ? lines.Length
            : Math.Min(lines.Length, (int)Math.Max(failure.End.Line, reported.Line) + 1);
        if (InText(lines, last) is var (key, at))
            return (Message(key), at);
        var ends = (int)Math.Max(failure.End.Line, reported.Line);
        if (YamlSlips.In(lines, Math.Min(reported.Line, ends) - 1, ends) is var (slip, place, arguments))
            return (Message(slip, arguments), place);
        return (Message(KeyOf(said), At(lines, reported)), reported);
    }

    // What can be seen in the text itself, at or before the place that the library reports.
    private static (string Key, TextPosition At)? InText(string[] lines, int last)
    {
        for (var line = 0; line < last; line++)
        {
            var indent = lines[line].Length - lines[line].TrimStart(' ', '\t', '\u3000').Length;
            var (tab, wide) = (lines[line].IndexOf('\t'), lines[line].IndexOf('\u3000'));
            if (tab >= 0 && tab < indent && indent < lines[line].Length)
                return ("yaml.syntax#tab", new TextPosition(line + 1, tab + 1));
            if (wide >= 0 && wide < indent && indent < lines[line].Length)
                return ("yaml.syntax#wide-space", new TextPosition(line + 1, wide + 1));
            if (WideColon(lines[line][indent..]) is { } colon)
                return ("yaml.syntax#wide-colon", new TextPosition(line + 1, indent + colon + 1));
        }

        return null;
    }

    // A name and a full-width colon where a name and a colon are expected.
    private static int? WideColon(string text)
    {
        var colon = text.IndexOf('：', StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAny("#\"':") < 0 ? colon : null;
    }

    // By the sentences of YamlDotNet's scanner and parser; one that is not known here gets the general answer.
    private static string KeyOf(string said)
    {
        bool Says(string part) => said.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Says("mapping values are not allowed") || Says("invalid mapping") || Says("mapping value"))
            return "yaml.syntax#colon";
        if (Says("quoted scalar"))
            return "yaml.syntax#quote";
        if (Says("flow sequence") || Says("flow mapping") || Says("',' or"))
            return "yaml.syntax#bracket";
        if (Says("cannot start any token"))
            return "yaml.syntax#start";
        if (Says("simple key") || Says("expected ':'") || Says("key"))
            return "yaml.syntax#key";
        return Says("indentation") || Says("block") ? "yaml.syntax#indent" : "yaml.syntax";
    }

    private static string At(string[] lines, TextPosition at)
    {
        var line = at.Line <= lines.Length ? lines[at.Line - 1] : "";
        return at.Column <= line.Length ? line.Substring(at.Column - 1, 1) : "";
    }

    private static LocalizedMessage Message(string key, params object[] arguments) =>
        CliException.Messages.Message(key, arguments);
}
