using System.Text.RegularExpressions;

/// <summary>Files of one set about one topic, and the rules that answer for it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Rules">The rules, one of which has to report a line.</param>
/// <param name="Files">The files beneath the folder, as a pattern with * and **.</param>
/// <param name="Peers">The ids of other analyzers that answer for them.</param>
internal sealed record LabelSet(string Name, IReadOnlyList<string> Rules, string Files, IReadOnlyList<string> Peers)
{
    /// <summary>One set a line: name, rules, files, ids of others, parted by tabs or several spaces; # begins a comment.</summary>
    public static IReadOnlyList<LabelSet> Read(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Regex.Split(line.Trim(), @"\t+| {2,}"))
            .Select(parts => new LabelSet(
                parts[0],
                parts[1].Split(','),
                parts[2],
                parts.ElementAtOrDefault(3)?.Split(',') ?? []
            ))
            .ToList();

    public IEnumerable<string> FilesBelow(string folder)
    {
        var pattern = new Regex(
            "^"
                + Regex.Escape(Files).Replace(@"\*\*/", "(?:.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")
                + "$",
            RegexOptions.CultureInvariant
        );
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => pattern.IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
    }
}
