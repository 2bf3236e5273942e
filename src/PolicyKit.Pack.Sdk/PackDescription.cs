using PolicyKit.Messages;

namespace PolicyKit.PackBuilding;

/// <summary>What the project says of its package, as the targets write it: <c>name=value</c>, one a line.</summary>
internal sealed class PackDescription
{
    private readonly Dictionary<string, string> _values;

    private PackDescription(Dictionary<string, string> values) => _values = values;

    public string Id => _values["id"];

    public string Version => _values["version"];

    public string Sdk => _values["sdk"];

    public string Framework => _values["framework"];

    public string Assembly => _values["assembly"];

    public string Folder => _values["folder"];

    public string Policy => _values["policy"];

    public string Standard => _values["standard"];

    public string Output => _values["output"];

    public MessageLanguage Language => _values["language"] == "en" ? MessageLanguage.English : MessageLanguage.Japanese;

    /// <summary>What may be left out; null then.</summary>
    public string? Optional(string name) => _values.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PackDescription Read(string path) =>
        new(
            File.ReadAllLines(path)
                .Select(line => line.Split('=', 2))
                .Where(parts => parts.Length == 2)
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
        );
}
