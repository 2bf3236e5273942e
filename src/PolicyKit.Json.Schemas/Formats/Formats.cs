namespace PolicyKit.Json.Schemas;

/// <summary>The formats of JSON Schema (2020-12 validation §7.3). A format that is not known is not an assertion.</summary>
internal static class Formats
{
    private static readonly Dictionary<string, Format> All = new(StringComparer.Ordinal)
    {
        ["date"] = DateFormats.Date,
        ["time"] = DateFormats.Time,
        ["date-time"] = DateFormats.DateTime,
        ["duration"] = DateFormats.Duration,
        ["email"] = (in JsonText.Slice text, Scratch _) => MailFormat.IsMatch(text, international: false),
        ["idn-email"] = (in JsonText.Slice text, Scratch _) => MailFormat.IsMatch(text, international: true),
        ["hostname"] = (in JsonText.Slice text, Scratch _) => HostFormats.IsHostName(text, HostNameKind.ALabels),
        ["idn-hostname"] = (in JsonText.Slice text, Scratch _) =>
            HostFormats.IsHostName(text, HostNameKind.International),
        ["ipv4"] = (in JsonText.Slice text, Scratch _) => HostFormats.IsIPv4(text),
        ["ipv6"] = (in JsonText.Slice text, Scratch _) => HostFormats.IsIPv6(text),
        ["uri"] = (in JsonText.Slice text, Scratch _) =>
            UriFormats.IsMatch(text, needsScheme: true, international: false),
        ["uri-reference"] = (in JsonText.Slice text, Scratch _) =>
            UriFormats.IsMatch(text, needsScheme: false, international: false),
        ["iri"] = (in JsonText.Slice text, Scratch _) =>
            UriFormats.IsMatch(text, needsScheme: true, international: true),
        ["iri-reference"] = (in JsonText.Slice text, Scratch _) =>
            UriFormats.IsMatch(text, needsScheme: false, international: true),
        ["uri-template"] = (in JsonText.Slice text, Scratch _) => UriFormats.IsTemplate(text),
        ["uuid"] = Uuid,
        ["json-pointer"] = (in JsonText.Slice text, Scratch _) => Pointer(text, text.Start),
        ["relative-json-pointer"] = RelativePointer,
        ["regex"] = (in JsonText.Slice text, Scratch _) =>
            EcmaRegex.IsPattern(System.Text.Encoding.UTF8.GetString(text.Bytes, text.Start, text.End - text.Start)),
    };

    // Up to draft 6 a host name is what RFC 1123 says, and A-labels are not looked into.
    private static readonly Format OldHostName = (in JsonText.Slice text, Scratch _) =>
        HostFormats.IsHostName(text, HostNameKind.Rfc1123);

    public static Format? Find(string name, SchemaDraft draft) =>
        name == "hostname" && draft <= SchemaDraft.Draft6 ? OldHostName
        : All.TryGetValue(name, out var format) ? format
        : null;

    // RFC 4122: 8-4-4-4-12 hexadecimal digits.
    private static bool Uuid(in JsonText.Slice text, Scratch scratch)
    {
        if (text.End - text.Start != 36)
            return false;
        for (var i = 0; i < 36; i++)
        {
            var b = text.Bytes[text.Start + i];
            if (i is 8 or 13 or 18 or 23 ? b != '-' : !Ascii.IsHex(b))
                return false;
        }

        return true;
    }

    // RFC 6901: empty, or tokens that each begin with a slash; ~ only as ~0 and ~1.
    private static bool Pointer(in JsonText.Slice text, int at)
    {
        if (at < text.End && text.Bytes[at] != '/')
            return false;
        for (; at < text.End; at++)
            if (text.Bytes[at] == '~' && (at + 1 >= text.End || text.Bytes[at + 1] is not ((byte)'0' or (byte)'1')))
                return false;
        return true;
    }

    private static bool RelativePointer(in JsonText.Slice text, Scratch scratch)
    {
        var at = text.Start;
        while (at < text.End && Ascii.IsDigit(text.Bytes[at]))
            at++;
        if (at == text.Start || (text.Bytes[text.Start] == '0' && at > text.Start + 1))
            return false;
        return (at + 1 == text.End && text.Bytes[at] == '#') || Pointer(text, at);
    }
}
