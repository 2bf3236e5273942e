namespace PolicyKit.Checking;

/// <summary>Where the files of a log lie here, when they were built somewhere else.</summary>
internal sealed class PathMap
{
    private readonly List<(string Old, string New)> _prefixes = [];

    /// <summary>A map of what the user named: <c>OLD=NEW</c>.</summary>
    /// <exception cref="CheckException">A pair is none.</exception>
    public static PathMap Parse(IEnumerable<string> pairs)
    {
        var map = new PathMap();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                throw CheckException.Usage("check.bad-path-map", pair);
            map._prefixes.Add((Trimmed(pair[..at]), Trimmed(Path.GetFullPath(pair[(at + 1)..]))));
        }

        return map;
    }

    /// <summary>
    /// Whether the log speaks of Windows and this machine does not: separators differ in every path of it.
    /// </summary>
    public bool IsFromWindows { get; set; }

    /// <summary>A path, or an argument of the compiler that holds paths, as it is here.</summary>
    public string Map(string text)
    {
        if (IsFromWindows)
            text = text.Replace('\\', '/');
        foreach (var (old, target) in _prefixes)
        {
            var from = IsFromWindows ? old.Replace('\\', '/') : old;
            var comparison = IsFromWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            for (var at = 0; (at = text.IndexOf(from, at, comparison)) >= 0; )
            {
                var end = at + from.Length;
                if (IsBoundary(text, at - 1, ":,;=\"") && IsBoundary(text, end, "/\\,;=\""))
                {
                    text = string.Concat(text.AsSpan(0, at), target, text.AsSpan(end));
                    end = at + target.Length;
                }

                at = end;
            }
        }

        return text;
    }

    private static bool IsBoundary(string text, int at, string marks) =>
        at < 0 || at >= text.Length || marks.Contains(text[at], StringComparison.Ordinal);

    private static string Trimmed(string folder) => folder.Length > 1 ? folder.TrimEnd('/', '\\') : folder;
}
