using PolicyKit.Messages;

namespace PolicyKit.PackBuilding;

/// <summary>What the project says of its package, as the targets write it: <c>name=value</c>, one a line.</summary>
internal sealed class PackDescription
{
    private readonly ILookup<string, string> _values;

    private PackDescription(ILookup<string, string> values) => _values = values;

    public string Id => One("id");

    public string Version => One("version");

    public string Sdk => One("sdk");

    public string Framework => One("framework");

    /// <summary>The assembly, and what the compiler writes beside it.</summary>
    public IEnumerable<string> Assembly => _values["assembly"];

    /// <summary>The icon, the licence and the notices: what of other files may lie in a package.</summary>
    public IEnumerable<string> Beside => _values["beside"];

    public string Folder => One("folder");

    /// <summary>Null where a standard alone is published.</summary>
    public string? Policy => Optional("policy");

    public string Standard => One("standard");

    public string Output => One("output");

    /// <summary>Whether the rules that the standard cites have to be in the list of this program.</summary>
    public bool ChecksRules => Optional("checkRules") != "false";

    public MessageLanguage Language =>
        Optional("language") == "en" ? MessageLanguage.English : MessageLanguage.Japanese;

    /// <summary>What may be left out; null then.</summary>
    public string? Optional(string name) => _values[name].FirstOrDefault(text => text.Length > 0);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PackDescription Read(string path) =>
        new(
            File.ReadAllLines(path)
                .Select(line => line.Split('=', 2))
                .Where(parts => parts.Length == 2)
                .ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
        );

    private string One(string name) => _values[name].First();
}
