using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// Scripts, script extensions and binary properties of Unicode as ECMA-262 has them, from the embedded table; read
/// when a pattern first names one.
/// </summary>
internal static class UnicodeProperties
{
    private static readonly Lazy<string[]> Lines = new(Read);

    /// <summary>
    /// The ranges of a script (<c>sc</c>), of a script with its extensions (<c>scx</c>) or of a binary property
    /// (<c>bin</c>), from and to in turn; null when there is no such name.
    /// </summary>
    public static int[]? Find(string kind, string name)
    {
        foreach (var line in Lines.Value)
        {
            var parts = line.Split('\t');
            if (parts[0].Split(',').Contains(kind) && parts[1].Split(' ').Contains(name))
                return Ranges(parts[2]);
        }

        return null;
    }

    private static int[] Ranges(string text)
    {
        var ranges = new List<int>();
        foreach (var range in text.Split(' '))
        {
            var dash = range.IndexOf('-');
            ranges.Add(Hexadecimal(dash < 0 ? range : range.Substring(0, dash)));
            ranges.Add(Hexadecimal(range.Substring(dash + 1)));
        }

        return ranges.ToArray();
    }

    private static int Hexadecimal(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string[] Read()
    {
        using var stream = typeof(UnicodeProperties).Assembly.GetManifestResourceStream("unicode-properties.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n')
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.TrimEnd('\r'))
            .ToArray();
    }
}
