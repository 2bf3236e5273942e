using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Json;

namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>A configuration file of .NET: appsettings*.json, launchSettings.json, web.config, app.config. What cannot be read has no entries: the program that reads it says so itself.</summary>
internal sealed class ConfigurationFile
{
    /// <summary>The word in <c>PolicyKitRole</c> that tells a configuration file from the files of the pack.</summary>
    public const string Role = "configuration";

    private ConfigurationFile(string path, IReadOnlyList<ConfigurationEntry> entries) =>
        (Path, Entries) = (path, entries);

    public string Path { get; }

    public IReadOnlyList<ConfigurationEntry> Entries { get; }

    /// <summary>The environment that the file is for (appsettings.Development.json: Development); null for all.</summary>
    public string? Environment
    {
        get
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(Path);
            if (string.Equals(name, "launchSettings", StringComparison.OrdinalIgnoreCase))
                return "Development";
            return
                name.IndexOf('.') is var dot and > 0
                && name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                ? name.Substring(dot + 1)
                : null;
        }
    }

    /// <summary>Whether a path is that of the file whose values replace those of this one in production: .NET reads appsettings.json first and appsettings.Production.json over it.</summary>
    public bool IsReplacedBy(string path) =>
        string.Equals(System.IO.Path.GetFileName(Path), "appsettings.json", StringComparison.OrdinalIgnoreCase)
        && string.Equals(
            System.IO.Path.GetFileName(path),
            "appsettings.Production.json",
            StringComparison.OrdinalIgnoreCase
        )
        && System.IO.Path.GetDirectoryName(Path) == System.IO.Path.GetDirectoryName(path);

    /// <summary>This file without what another replaces. Keys are compared as .NET does, without case.</summary>
    public ConfigurationFile Under(ConfigurationFile other)
    {
        var replaced = new HashSet<string>(other.Entries.Select(e => e.Key), StringComparer.OrdinalIgnoreCase);
        return new ConfigurationFile(Path, Entries.Where(e => !replaced.Contains(e.Key)).ToList());
    }

    public static ConfigurationFile Read(string path, string text) =>
        new(path, path.EndsWith(".config", StringComparison.OrdinalIgnoreCase) ? Xml(text) : Json(text));

    private static List<ConfigurationEntry> Json(string text)
    {
        var entries = new List<ConfigurationEntry>();
        var json = JsonText.Read(WithoutComments(text));
        if (json.Error is null)
            Add(json.Root, "", entries);
        return entries;
    }

    private static void Add(JsonValue value, string key, List<ConfigurationEntry> entries)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                foreach (var member in value.Members())
                    Add(member.Value, key.Length == 0 ? member.Name : key + ":" + member.Name, entries);
                break;
            case JsonKind.Array:
                var i = 0;
                foreach (var item in value.Items())
                    Add(item, key + ":" + i++.ToString(System.Globalization.CultureInfo.InvariantCulture), entries);
                break;
            case JsonKind.String:
                entries.Add(
                    new ConfigurationEntry(
                        key,
                        value.GetString(),
                        new LinePositionSpan(Place(value.Position), Place(value.EndPosition))
                    )
                );
                break;
            case JsonKind.True or JsonKind.False or JsonKind.Number:
                entries.Add(
                    new ConfigurationEntry(
                        key,
                        value.RawText,
                        new LinePositionSpan(Place(value.Position), Place(value.EndPosition)),
                        IsText: false
                    )
                );
                break;
        }
    }

    private static LinePosition Place(TextPosition position) => new(position.Line - 1, position.Column - 1);

    // The configuration of .NET allows comments and a comma after the last value. Blanks in their place keep every position.
    private static string WithoutComments(string text)
    {
        var json = text.TrimStart('\uFEFF').ToCharArray();
        var comma = -1;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '"':
                    for (i++; i < json.Length && json[i] != '"'; i++)
                        if (json[i] == '\\')
                            i++;
                    comma = -1;
                    break;
                case '/' when i + 1 < json.Length && json[i + 1] is '/' or '*':
                    i = Blank(json, i);
                    break;
                case ',':
                    comma = i;
                    break;
                case '}' or ']' when comma >= 0:
                    json[comma] = ' ';
                    comma = -1;
                    break;
                case var c when !char.IsWhiteSpace(c):
                    comma = -1;
                    break;
            }
        }

        return new string(json);
    }

    /// <summary>Blanks the comment that begins at a place, its line breaks apart; gives its last character.</summary>
    private static int Blank(char[] json, int start)
    {
        var isLine = json[start + 1] == '/';
        var end = start + 2;
        while (
            end < json.Length
            && !(isLine ? json[end] == '\n' : json[end] == '/' && json[end - 1] == '*' && end > start + 2)
        )
            end++;
        for (var i = start; i <= end && i < json.Length; i++)
            if (json[i] is not ('\r' or '\n'))
                json[i] = ' ';
        return end;
    }

    // Attributes and texts; <add key="A" value="B"/> and <add name="A" connectionString="B"/> are known by their key and name.
    private static List<ConfigurationEntry> Xml(string text)
    {
        var entries = new List<ConfigurationEntry>();
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings);
            var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Split('\n');
            foreach (var element in XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants())
            {
                var label = element.Attribute("key")?.Value ?? element.Attribute("name")?.Value;
                var section = string.Join(":", element.Ancestors().Reverse().Skip(1).Select(a => a.Name.LocalName));
                foreach (
                    var attribute in element
                        .Attributes()
                        .Where(a => a.Name.LocalName is not ("key" or "name") && !a.IsNamespaceDeclaration)
                )
                    entries.Add(
                        new ConfigurationEntry(
                            $"{section}:{(label is null ? element.Name.LocalName + ":" + attribute.Name.LocalName : label)}",
                            attribute.Value,
                            PlaceOf(attribute, attribute.Value, lines)
                        )
                    );
                if (!element.HasElements && element.Value.Trim().Length > 0)
                    entries.Add(
                        new ConfigurationEntry(
                            $"{section}:{label ?? element.Name.LocalName}",
                            element.Value.Trim(),
                            PlaceOf(element, element.Value.Trim(), lines)
                        )
                    );
            }
        }
        catch (XmlException)
        {
            entries.Clear();
        }

        return entries;
    }

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
