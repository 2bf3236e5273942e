using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>
/// Configuration in XML: attributes and texts. What &lt;add key="A" value="B"/&gt; and &lt;add name="A"
/// connectionString="B"/&gt; set is known by
/// its key or name alone, as is a &lt;setting&gt;; another attribute of a named element by the name and its own.
/// </summary>
internal static class ConfigurationXml
{
    /// <summary>The attribute by which Web.Release.config says what becomes of an element of Web.config.</summary>
    public const string Transform = "xdt.Transform";

    private const string TransformNamespace = "http://schemas.microsoft.com/XML-Document-Transform";

    /// <summary>The keys that a transform takes away.</summary>
    public static IEnumerable<string> Removed(ConfigurationEntry transform, IReadOnlyList<ConfigurationEntry> entries)
    {
        var section = transform.Key.Substring(0, transform.Key.Length - Transform.Length);
        if (transform.Value.StartsWith("RemoveAttributes(", StringComparison.Ordinal))
            return transform
                .Value.Substring("RemoveAttributes(".Length)
                .TrimEnd(')')
                .Split(',')
                .Select(name => section + name.Trim());
        return transform.Value is "Remove" or "RemoveAll" or "Replace"
            ? entries
                .Select(e => e.Key)
                .Where(key =>
                    key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(key, section.TrimEnd(':'), StringComparison.OrdinalIgnoreCase)
                )
            : Enumerable.Empty<string>();
    }

    public static List<ConfigurationEntry> Read(string text)
    {
        var entries = new List<ConfigurationEntry>();
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            text = text.TrimStart('\uFEFF');
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var lines = text.Replace("\r\n", "\n").Split('\n');
            foreach (var element in XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants())
                entries.AddRange(Of(element, lines));
        }
        catch (XmlException)
        {
            entries.Clear();
        }

        return entries;
    }

    private static IEnumerable<ConfigurationEntry> Of(XElement element, string[] lines)
    {
        var label = LabelOf(element);
        var isValueOfSetting =
            element.Name.LocalName == "value" && element.Parent is { } owner && LabelOf(owner) is not null;
        var section = string.Concat(
            element
                .Ancestors()
                .Reverse()
                .Skip(1)
                .Where(a => a.Name.LocalName != "location")
                .Where(a => !isValueOfSetting || a != element.Parent)
                .Select(a => a.Name.LocalName + ":")
        );
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var name = attribute.Name.LocalName;
            if (name is "key" or "name" && label is not null)
                continue;
            if (attribute.Name.NamespaceName == TransformNamespace)
                name = "xdt." + name;
            var key = label is null ? element.Name.LocalName + ":" + name : label;
            if (label is not null && name is not ("value" or "connectionString"))
                key += ":" + name;
            yield return new ConfigurationEntry(
                section + key,
                attribute.Value,
                PlaceOf(attribute, attribute.Value, lines)
            );
        }

        if (element.HasElements || element.Value.Trim() is not { Length: > 0 } written)
            yield break;
        var own = isValueOfSetting ? LabelOf(element.Parent!) : label;
        yield return new ConfigurationEntry(
            section + (own ?? element.Name.LocalName),
            written,
            PlaceOf(element, written, lines)
        );
    }

    private static string? LabelOf(XElement element) =>
        element.Attribute("key")?.Value ?? element.Attribute("name")?.Value;

    // The place of the value: behind the name where it stands on the same line, and the name itself otherwise.
    private static LinePositionSpan PlaceOf(IXmlLineInfo at, string value, string[] lines)
    {
        var (line, column) = (Math.Max(0, at.LineNumber - 1), Math.Max(0, at.LinePosition - 1));
        if (
            line < lines.Length
            && column < lines[line].Length
            && value.Length > 0
            && lines[line].IndexOf(value, column, StringComparison.Ordinal) is var found and >= 0
        )
            return new LinePositionSpan(new LinePosition(line, found), new LinePosition(line, found + value.Length));
        return new LinePositionSpan(new LinePosition(line, column), new LinePosition(line, column));
    }
}
