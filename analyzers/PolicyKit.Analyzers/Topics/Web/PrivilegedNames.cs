namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>Words that say an operation is for administrators, as the standard lists them.</summary>
internal sealed class PrivilegedNames(IEnumerable<string> words)
{
    private readonly List<string> _words = words.Select(w => w.ToLowerInvariant()).ToList();

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
}
