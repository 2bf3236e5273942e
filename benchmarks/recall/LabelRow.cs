/// <summary>A line of a set whose labels stand in a table of their own: file, line, rule, bad or good, note, parted by tabs.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Rule">The rule that the label is about.</param>
/// <param name="IsBad">Whether the rule should report the line.</param>
/// <param name="Note">What the authors say of it.</param>
internal sealed record LabelRow(string Path, int Line, string Rule, bool IsBad, string Note)
{
    /// <summary>The rows of a table about files beneath a folder; its first line names the columns.</summary>
    public static IReadOnlyList<LabelRow> Read(string table, string folder) =>
        File.ReadLines(table)
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split('\t'))
            .Select(parts => new LabelRow(
                System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, parts[0])),
                int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
                parts[2],
                parts[3] == "bad",
                parts.ElementAtOrDefault(4) ?? ""
            ))
            .ToList();

    /// <summary>
    /// The files that are compiled together: all beneath a folder that has a program, and every other file by itself.
    /// </summary>
    public static IReadOnlyList<string[]> UnitsBelow(string folder)
    {
        var programs = Directory
            .EnumerateFiles(folder, "Program.cs", SearchOption.AllDirectories)
            .Select(p => System.IO.Path.GetDirectoryName(p)! + System.IO.Path.DirectorySeparatorChar)
            .ToList();
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .GroupBy(f => programs.Find(p => f.StartsWith(p, StringComparison.Ordinal)) ?? f)
            .Select(unit => unit.ToArray())
            .ToList();
    }
}
