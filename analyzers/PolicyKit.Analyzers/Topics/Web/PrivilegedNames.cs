namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>Words that say an operation is for administrators, as the standard lists them.</summary>
/// <param name="words">Words of routes, controllers and areas.</param>
/// <param name="operations">Names of operations, of several words.</param>
internal sealed class PrivilegedNames(IEnumerable<string> words, IEnumerable<string> operations)
{
    private readonly List<string> _words = words.Select(w => w.ToLowerInvariant()).ToList();
    private readonly List<string> _operations = operations
        .SelectMany(line => line.Split(','))
        .Select(o => o.Replace(" ", "").ToLowerInvariant())
        .Where(o => o.Length > 0)
        .ToList();

    /// <summary>
    /// Whether a part of a route says so: /admin/users, /api/user-admin. What stands in braces is a value.
    /// </summary>
    public bool AreInRoute(string? route) =>
        route is not null && route.Split('/').Any(part => part.IndexOf('{') < 0 && AreIn(part));

    /// <summary>Whether one of the words of a name says so: AdminController, 管理者設定.</summary>
    public bool AreIn(string? name) =>
        name is not null
        && IdentifierWords
            .Split(name)
            .Any(word => _words.Any(w => w[0] > 0x7F ? word.IndexOf(w, StringComparison.Ordinal) >= 0 : word == w));

    /// <summary>
    /// Whether a name is that of an operation for administrators: GrantRoleAsync, 権限付与. One of the words above is
    /// such a name where it is the whole of it.
    /// </summary>
    public bool AreOperation(string? name)
    {
        if (name is null)
            return false;
        var parts = IdentifierWords.Split(name).ToList();
        if (parts.Count > 1 && parts[parts.Count - 1] == "async")
            parts.RemoveAt(parts.Count - 1);
        var whole = string.Concat(parts);
        return _words.Contains(whole) || _operations.Any(o => IsIn(o, parts, whole));
    }

    // Japanese is written without spaces; elsewhere whole words count.
    private static bool IsIn(string operation, List<string> parts, string whole)
    {
        if (operation[0] > 0x7F)
            return whole.IndexOf(operation, StringComparison.Ordinal) >= 0;
        for (var begin = 0; begin < parts.Count; begin++)
        {
            var text = "";
            for (var end = begin; end < parts.Count && text.Length < operation.Length; end++)
                text += parts[end];
            if (text == operation)
                return true;
        }

        return false;
    }
}
