using System.Globalization;
using System.Xml;

namespace PolicyKit.Instruments.Sources;

/// <summary>The paragraph styles of a Word document, by id, with what each takes from the one it is based on.</summary>
internal sealed class WordStyles
{
    // Styles are based on one another a few deep; a file may lie and be based on itself.
    private const int Deepest = 20;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public static WordStyles None => new();

    public static WordStyles Read(XmlReader xml)
    {
        var (styles, id) = (new WordStyles(), "");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "style")
            {
                id = Attribute(xml, "styleId");
                styles._entries[id] = new Entry();
            }
            else if (styles._entries.TryGetValue(id, out var entry))
                styles._entries[id] = With(entry, xml.LocalName, Attribute(xml, "val"));
        }

        return styles;
    }

    /// <summary>The style; null when the document has none of the id.</summary>
    public WordStyle? Find(string id)
    {
        var (isHeading, list, level) = (
            id.StartsWith("Heading", StringComparison.OrdinalIgnoreCase),
            (string?)null,
            (int?)null
        );
        var isContents = false;
        var isKnown = isHeading;
        for (var depth = 0; depth < Deepest && _entries.TryGetValue(id, out var entry); depth++)
        {
            isKnown = true;
            isHeading |= entry.IsHeading;
            isContents |= entry.IsContents;
            list ??= entry.List;
            level ??= entry.Level;
            id = entry.BasedOn;
        }

        // List 0 is Word's word for none.
        if (list == "0")
            list = null;
        return isKnown ? new WordStyle(isHeading, list, level ?? 0, isContents) : null;
    }

    private static Entry With(Entry entry, string element, string value) =>
        element switch
        {
            "name" => entry with
            {
                IsHeading = value.StartsWith("heading", StringComparison.OrdinalIgnoreCase),
                IsContents = value.StartsWith("toc ", StringComparison.OrdinalIgnoreCase),
            },
            "basedOn" => entry with { BasedOn = value },
            "outlineLvl" => entry with { IsHeading = entry.IsHeading || Number(value) is < 9 },
            "numId" => entry with { List = value },
            "ilvl" => entry with { Level = Number(value) },
            _ => entry,
        };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 9)
            : null;

    private static string Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main") ?? "";

    private sealed record Entry(
        string BasedOn = "",
        bool IsHeading = false,
        string? List = null,
        int? Level = null,
        bool IsContents = false
    );
}
