using System.Text.RegularExpressions;

/// <summary>Files of one set about one topic, and the rules that answer for it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Rules">The rules, one of which has to report a line.</param>
/// <param name="Files">The files beneath the folder, as a pattern with * and **.</param>
/// <param name="Peers">The ids of other analyzers that answer for them.</param>
/// <param name="Form">How the authors labelled: lines, members (lines, counted by the member that they stand in), cases (members called Bad and Good) or tests (sources within the code of tests).</param>
internal sealed record LabelSet(
    string Name,
    IReadOnlyList<string> Rules,
    string Files,
    IReadOnlyList<string> Peers,
    string Form
)
{
    /// <summary>One set a line: name, rules (PK6302/Secure: by a word of the message), files (after members:, cases: or tests: where these are not counted by lines), ids of others, parted by tabs or several spaces; # begins a comment.</summary>
    public static IReadOnlyList<LabelSet> Read(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Regex.Split(line.Trim(), @"\t+| {2,}"))
            .Select(parts => new LabelSet(
                parts[0],
                parts[1].Split(','),
                parts[2][(parts[2].IndexOf(':') + 1)..],
                parts.ElementAtOrDefault(3)?.Split(',') ?? [],
                parts[2].Contains(':') ? parts[2][..parts[2].IndexOf(':')] : "lines"
            ))
            .ToList();

    public IEnumerable<string> FilesBelow(string folder) => Matching(folder, Files);

    /// <summary>What the cases of a suite share.</summary>
    public IReadOnlyList<string> SupportBelow(string folder) => Matching(folder, "**/testcasesupport/**.cs").ToList();

    private static IEnumerable<string> Matching(string folder, string files)
    {
        var pattern = new Regex(
            "^"
                + Regex.Escape(files).Replace(@"\*\*/", "(?:.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")
                + "$",
            RegexOptions.CultureInvariant
        );
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => pattern.IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
    }
}
