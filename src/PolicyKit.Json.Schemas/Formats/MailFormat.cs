namespace PolicyKit.Json.Schemas;

/// <summary>email and idn-email: a mailbox (RFC 5321 §4.1.2, RFC 6531).</summary>
internal static class MailFormat
{
    private const string AtomSymbols = "!#$%&'*+-/=?^_`{|}~";

    public static bool IsMatch(in JsonText.Slice text, bool international)
    {
        var at = text.Start;
        if (
            !(
                at < text.End && text.Bytes[at] == '"'
                    ? QuotedString(text, ref at, international)
                    : DotAtom(text, ref at, international)
            )
        )
            return false;
        if (at == text.End || text.Bytes[at] != '@' || at - text.Start > 64)
            return false;
        var domain = new JsonText.Slice(text.Bytes, at + 1, text.End);
        if (domain.End - domain.Start > 2 && domain.Bytes[domain.Start] == '[' && domain.Bytes[domain.End - 1] == ']')
            return AddressLiteral(new JsonText.Slice(domain.Bytes, domain.Start + 1, domain.End - 1));
        return HostFormats.IsHostName(domain, international ? HostNameKind.International : HostNameKind.ALabels);
    }

    private static bool DotAtom(in JsonText.Slice text, ref int at, bool international)
    {
        while (true)
        {
            var start = at;
            while (
                at < text.End
                && (
                    Ascii.IsLetterOrDigit(text.Bytes[at])
                    || Ascii.IsOneOf(text.Bytes[at], AtomSymbols)
                    || (international && text.Bytes[at] >= 0x80)
                )
            )
                at++;
            if (at == start)
                return false;
            if (at == text.End || text.Bytes[at] != '.')
                return true;
            at++;
        }
    }

    private static bool QuotedString(in JsonText.Slice text, ref int at, bool international)
    {
        for (at++; at < text.End; at++)
        {
            var b = text.Bytes[at];
            if (b == '"')
            {
                at++;
                return true;
            }

            if (b == '\\')
                at++;
            if (
                at == text.End
                || text.Bytes[at] < 0x20
                || text.Bytes[at] == 0x7F
                || (text.Bytes[at] >= 0x80 && !international)
            )
                return false;
        }

        return false;
    }

    private static bool AddressLiteral(in JsonText.Slice text)
    {
        const string Prefix = "IPv6:";
        if (text.End - text.Start <= Prefix.Length)
            return false;
        for (var i = 0; i < Prefix.Length; i++)
            if ((text.Bytes[text.Start + i] | 0x20) != (Prefix[i] | 0x20))
                return HostFormats.IsIPv4(text);
        return HostFormats.IsIPv6(new JsonText.Slice(text.Bytes, text.Start + Prefix.Length, text.End));
    }
}
