namespace PolicyKit.Analyzers.Values;

/// <summary>Names as words: case, underscores, hyphens, colons and dots do not matter.</summary>
internal static class IdentifierWords
{
    public static string Plain(string name) =>
        new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>Whether a name ends with one of the words: DbPassword and db_password end with password, PasswordLabel does not.</summary>
    public static bool EndsWithAny(string name, IEnumerable<string> words)
    {
        var plain = Plain(name);
        return words.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a name ends with one of the words, as a word of its own: NewPin and session_pin end with pin, Spin does not.</summary>
    public static bool EndsWithWord(string name, IEnumerable<string> words)
    {
        var plain = Plain(name);
        foreach (var word in words)
        {
            var wanted = Plain(word);
            if (wanted.Length == 0 || !plain.EndsWith(wanted, StringComparison.Ordinal))
                continue;
            var begin = BeginOfSuffix(name, wanted.Length);
            if (begin == 0 || !char.IsLetterOrDigit(name[begin - 1]) || char.IsUpper(name[begin]) || name[begin] > 0x7F)
                return true;
        }

        return false;
    }

    /// <summary>Whether a text only spells the name that it is given, as keys do: HostName = "host.name".</summary>
    public static bool IsSpelled(string name, string text) =>
        Plain(text) is { Length: > 0 } spelled && Plain(name).EndsWith(spelled, StringComparison.Ordinal);

    // Where the last so many letters and digits of a name begin.
    private static int BeginOfSuffix(string name, int length)
    {
        var i = name.Length;
        while (length > 0 && i > 0)
            if (char.IsLetterOrDigit(name[--i]))
                length--;
        return i;
    }
}
