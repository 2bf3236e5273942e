namespace PolicyKit.Analyzers.Framework;

/// <summary>Names as words: case, underscores, hyphens, colons and dots do not matter.</summary>
internal static class Identifier
{
    public static string Plain(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>Whether a name ends with one of the words: DbPassword and db_password end with password, PasswordLabel does not.</summary>
    public static bool EndsWithAny(string name, IEnumerable<string> words)
    {
        var plain = Plain(name);
        return words.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }
}
