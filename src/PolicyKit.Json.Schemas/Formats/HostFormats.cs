namespace PolicyKit.Json.Schemas;

/// <summary>
/// hostname (RFC 1123, with the A-labels of RFC 5890), idn-hostname (RFC 5890 to 5893), ipv4 and ipv6 (RFC 2673, RFC
/// 4291).
/// </summary>
internal static class HostFormats
{
    private const int MaxName = 253,
        MaxLabel = 63;

    public static bool IsHostName(in JsonText.Slice text, HostNameKind kind)
    {
        if (text.End == text.Start)
            return false;
        var (start, total, unicode) = (text.Start, 0, false);
        for (var at = text.Start; at <= text.End; at++)
        {
            var separator = at == text.End ? 1 : SeparatorAt(text, at, kind);
            if (separator == 0)
                continue;
            var label = new JsonText.Slice(text.Bytes, start, at);
            var length = Label(label, kind, ref unicode);
            if (length == 0 || length > MaxLabel)
                return false;
            total += length + 1;
            start = at + separator;
            at = start - 1;
        }

        return total - 1 <= MaxName && (!unicode || Bidi.Holds(Labels(text, kind)));
    }

    private static List<List<int>> Labels(JsonText.Slice text, HostNameKind kind)
    {
        var (labels, start) = (new List<List<int>>(), text.Start);
        for (var at = text.Start; at <= text.End; at++)
        {
            var separator = at == text.End ? 1 : SeparatorAt(text, at, kind);
            if (separator == 0)
                continue;
            labels.Add(Punycode.Points(new JsonText.Slice(text.Bytes, start, at)));
            start = at + separator;
            at = start - 1;
        }

        return labels;
    }

    public static bool IsIPv4(in JsonText.Slice text)
    {
        var (parts, start) = (0, text.Start);
        for (var at = text.Start; at <= text.End; at++)
        {
            if (at < text.End && text.Bytes[at] != '.')
            {
                if (!Ascii.IsDigit(text.Bytes[at]))
                    return false;
                continue;
            }

            var length = at - start;
            // A leading zero would be read as octal by some and as decimal by others.
            if (length is 0 or > 3 || (length > 1 && text.Bytes[start] == '0'))
                return false;
            var value = 0;
            for (var i = start; i < at; i++)
                value = (value * 10) + (text.Bytes[i] - '0');
            if (value > 255)
                return false;
            (parts, start) = (parts + 1, at + 1);
        }

        return parts == 4;
    }

    public static bool IsIPv6(in JsonText.Slice text)
    {
        var (groups, compressed, at) = (0, false, text.Start);
        if (text.End - at >= 2 && text.Bytes[at] == ':' && text.Bytes[at + 1] == ':')
            (compressed, at) = (true, at + 2);
        while (at < text.End)
        {
            var start = at;
            while (at < text.End && Ascii.IsHex(text.Bytes[at]))
                at++;
            if (at < text.End && text.Bytes[at] == '.')
                return IsIPv4(new JsonText.Slice(text.Bytes, start, text.End))
                    && (compressed ? groups + 2 < 8 : groups + 2 == 8);
            if (at == start || at - start > 4)
                return false;
            groups++;
            if (at == text.End)
                break;
            if (text.Bytes[at++] != ':')
                return false;
            if (at < text.End && text.Bytes[at] == ':')
            {
                if (compressed)
                    return false;
                (compressed, at) = (true, at + 1);
            }
            else if (at == text.End)
                return false;
        }

        return compressed ? groups < 8 : groups == 8;
    }

    // A dot; in international names the ideographic and wide dots as well (RFC 3490 §3.1). Its length in bytes, or 0.
    private static int SeparatorAt(in JsonText.Slice text, int at, HostNameKind kind)
    {
        if (text.Bytes[at] == '.')
            return 1;
        if (kind != HostNameKind.International || (text.Bytes[at] & 0xC0) != 0xC0)
            return 0;
        var end = at;
        return Utf8.CodePoint(text.Bytes, ref end) is 0x3002 or 0xFF0E or 0xFF61 ? end - at : 0;
    }

    // The length of a label as DNS encodes it; 0 when it is not a valid label.
    private static int Label(in JsonText.Slice label, HostNameKind kind, ref bool unicode)
    {
        var (start, end, isAscii) = (label.Start, label.End, true);
        if (start == end || label.Bytes[start] == '-' || label.Bytes[end - 1] == '-')
            return 0;
        for (var i = start; i < end && isAscii; i++)
            isAscii = label.Bytes[i] < 0x80;
        if (!isAscii)
        {
            unicode = true;
            return kind == HostNameKind.International ? Punycode.UnicodeLabel(label) : 0;
        }

        for (var i = start; i < end; i++)
            if (!Ascii.IsLetterOrDigit(label.Bytes[i]) && label.Bytes[i] != '-')
                return 0;
        // Hyphens in the third and fourth place are reserved for A-labels (RFC 5891 §4.2.3.1).
        if (
            kind != HostNameKind.Rfc1123
            && end - start >= 4
            && label.Bytes[start + 2] == '-'
            && label.Bytes[start + 3] == '-'
        )
        {
            unicode = true;
            if (!Punycode.IsALabel(label))
                return 0;
        }

        return end - start;
    }
}
