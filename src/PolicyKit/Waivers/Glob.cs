namespace PolicyKit.Waivers;

/// <summary>
/// A pattern of paths: <c>*</c> is any part of a name, <c>?</c> one character of it, <c>**/</c> any number of
/// folders, <c>**</c> anything. Linear in the path for each
/// <c>*</c>, however the pattern is made.
/// </summary>
internal sealed class Glob
{
    private readonly string[] _folders;

    public Glob(string pattern) => _folders = pattern.Split('/');

    /// <summary>Whether a path with forward slashes fits.</summary>
    public bool Fits(string path)
    {
        var names = path.Split('/');
        // The names that can have been taken by the folders of the pattern so far: a set, so that nothing is tried
        // twice.
        var reached = new bool[names.Length + 1];
        reached[0] = true;
        for (var i = 0; i < _folders.Length; i++)
            reached = After(_folders[i], names, reached, isLast: i == _folders.Length - 1);
        return reached[names.Length];
    }

    private static bool[] After(string folder, string[] names, bool[] reached, bool isLast)
    {
        var next = new bool[reached.Length];
        for (var at = 0; at < reached.Length; at++)
        {
            if (!reached[at])
                continue;
            if (folder == "**")
                // Behind the last ** at least a name follows, as behind any slash.
                for (var end = isLast ? at + 1 : at; end < reached.Length; end++)
                    next[end] = true;
            else if (at < names.Length && IsName(folder, names[at]))
                next[at + 1] = true;
        }

        return next;
    }

    // Going back to the last * alone is enough: an earlier one could only take what the last can take, too.
    private static bool IsName(string pattern, string name)
    {
        var (p, n, star, taken) = (0, 0, -1, 0);
        while (n < name.Length)
            if (p < pattern.Length && pattern[p] == '*')
                (star, taken, p) = (p, n, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
                (p, n) = (p + 1, n + 1);
            else if (star >= 0)
                (p, n) = (star + 1, ++taken);
            else
                return false;
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
