namespace PolicyKit.Json.Schemas;

/// <summary>uri, uri-reference, iri, iri-reference (RFC 3986, RFC 3987) and uri-template (RFC 6570).</summary>
internal static class UriFormats
{
    private const string Unreserved = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    public static bool IsMatch(in JsonText.Slice text, bool needsScheme, bool international)
    {
        var at = text.Start;
        var hasScheme = Scheme(text, ref at);
        if (needsScheme && !hasScheme)
            return false;
        if (at + 1 < text.End && text.Bytes[at] == '/' && text.Bytes[at + 1] == '/')
        {
            at += 2;
            var end = at;
            while (end < text.End && text.Bytes[end] is not ((byte)'/' or (byte)'?' or (byte)'#'))
                end++;
            if (!Authority(new JsonText.Slice(text.Bytes, at, end), international))
                return false;
            at = end;
        }
        else if (!hasScheme)
        {
            // The first segment of a relative path holds no colon: it would be read as a scheme.
            for (var i = at; i < text.End && text.Bytes[i] is not ((byte)'/' or (byte)'?' or (byte)'#'); i++)
                if (text.Bytes[i] == ':')
                    return false;
        }

        if (!Run(text, ref at, ":@/", international))
            return false;
        if (at < text.End && text.Bytes[at] == '?')
        {
            at++;
            if (!Run(text, ref at, ":@/?", international))
                return false;
        }

        if (at < text.End && text.Bytes[at] == '#')
        {
            at++;
            if (!Run(text, ref at, ":@/?", international))
                return false;
        }

        return at == text.End;
    }

    public static bool IsTemplate(in JsonText.Slice text)
    {
        for (var at = text.Start; at < text.End; at++)
        {
            var b = text.Bytes[at];
            if (b == '{')
            {
                var close = at + 1;
                while (close < text.End && text.Bytes[close] != '}')
                    close++;
                if (close == text.End || !Expression(new JsonText.Slice(text.Bytes, at + 1, close)))
                    return false;
                at = close;
            }
            else if (b == '%' ? !PercentAt(text, at) : b <= 0x20 || b == 0x7F || Ascii.IsOneOf(b, "\"<>\\^`|}"))
                return false;
        }

        return true;
    }

    private static bool Scheme(in JsonText.Slice text, ref int at)
    {
        var end = at;
        while (end < text.End && (Ascii.IsLetterOrDigit(text.Bytes[end]) || Ascii.IsOneOf(text.Bytes[end], "+-.")))
            end++;
        if (end == at || end == text.End || text.Bytes[end] != ':' || !Ascii.IsLetter(text.Bytes[at]))
            return false;
        at = end + 1;
        return true;
    }

    private static bool Authority(in JsonText.Slice text, bool international)
    {
        var host = text.Start;
        for (var i = text.Start; i < text.End; i++)
            if (text.Bytes[i] == '@')
            {
                var at = text.Start;
                if (!Run(new JsonText.Slice(text.Bytes, text.Start, i), ref at, ":", international) || at != i)
                    return false;
                host = i + 1;
                break;
            }

        var end = host;
        if (host < text.End && text.Bytes[host] == '[')
        {
            while (end < text.End && text.Bytes[end] != ']')
                end++;
            if (end == text.End || !IpLiteral(new JsonText.Slice(text.Bytes, host + 1, end)))
                return false;
            end++;
        }
        else if (!Run(text, ref end, "", international))
            return false;

        if (end == text.End)
            return true;
        if (text.Bytes[end] != ':')
            return false;
        for (end++; end < text.End; end++)
            if (!Ascii.IsDigit(text.Bytes[end]))
                return false;
        return true;
    }

    private static bool IpLiteral(in JsonText.Slice text)
    {
        if (text.End == text.Start || (text.Bytes[text.Start] | 0x20) != 'v')
            return HostFormats.IsIPv6(text);
        var at = text.Start + 1;
        while (at < text.End && Ascii.IsHex(text.Bytes[at]))
            at++;
        if (at == text.Start + 1 || at == text.End || text.Bytes[at] != '.' || at + 1 == text.End)
            return false;
        at++;
        return Run(text, ref at, ":", international: false) && at == text.End;
    }

    // Unreserved and sub-delimiter characters, percent-encoded bytes, and some more; false where a percent sign is
    // wrong.
    private static bool Run(in JsonText.Slice text, ref int at, string more, bool international)
    {
        for (; at < text.End; at++)
        {
            var b = text.Bytes[at];
            if (b == '%')
            {
                if (!PercentAt(text, at))
                    return false;
                at += 2;
            }
            else if (
                !(
                    Ascii.IsLetterOrDigit(b)
                    || Ascii.IsOneOf(b, Unreserved)
                    || Ascii.IsOneOf(b, SubDelimiters)
                    || Ascii.IsOneOf(b, more)
                    || (international && b >= 0x80)
                )
            )
                return true;
        }

        return true;
    }

    private static bool PercentAt(in JsonText.Slice text, int at) =>
        at + 2 < text.End && Ascii.IsHex(text.Bytes[at + 1]) && Ascii.IsHex(text.Bytes[at + 2]);

    // An operator, then variables with a prefix length or an explode mark, separated by commas.
    private static bool Expression(in JsonText.Slice text)
    {
        var at = text.Start;
        if (at < text.End && Ascii.IsOneOf(text.Bytes[at], "+#./;?&=,!@|"))
            at++;
        while (true)
        {
            if (!Variable(text, ref at))
                return false;
            if (at < text.End && text.Bytes[at] == '*')
                at++;
            else if (at < text.End && text.Bytes[at] == ':')
            {
                var digits = ++at;
                while (at < text.End && Ascii.IsDigit(text.Bytes[at]))
                    at++;
                if (at == digits || at - digits > 4 || text.Bytes[digits] == '0')
                    return false;
            }

            if (at == text.End)
                return true;
            if (text.Bytes[at++] != ',')
                return false;
        }
    }

    private static bool Variable(in JsonText.Slice text, ref int at)
    {
        var start = at;
        for (; at < text.End; at++)
        {
            var b = text.Bytes[at];
            if (b == '.' && at > start && text.Bytes[at - 1] != '.')
                continue;
            if (b == '%' && PercentAt(text, at))
                at += 2;
            else if (!Ascii.IsLetterOrDigit(b) && b != '_')
                break;
        }

        return at > start && text.Bytes[at - 1] != '.';
    }
}
