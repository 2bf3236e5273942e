namespace PolicyKit.Analyzers.Values;

/// <summary>Names as words: case, underscores, hyphens, colons and dots do not matter.</summary>
internal static class IdentifierWords
{
    public static string Plain(string name) =>
        new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>
    /// Whether a name ends with one of the words: DbPassword and db_password end with password, PasswordLabel does
    /// not.
    /// </summary>
    public static bool EndsWithAny(string name, IEnumerable<string> words)
    {
        var plain = Plain(name);
        return words.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether a name ends with one of the words, as a word of its own: NewPin and session_pin end with pin, Spin
    /// does not.
    /// </summary>
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

    // Said of the value and not of what it is: passwordBytes, SecretValue.
    private static readonly string[] Forms =
    {
        "bytes",
        "byte",
        "buffer",
        "chars",
        "string",
        "str",
        "value",
        "base64",
        "hex",
        "utf8",
        "literal",
        "const",
        "default",
        "plain",
        "raw",
        "data",
    };

    /// <summary>
    /// A name without numbers and words at its end that say only in what form the value is: password2, PASSWORD_1,
    /// passwordBytes.
    /// </summary>
    public static string WithoutForms(string name)
    {
        while (true)
        {
            var core = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '-');
            var form = Forms.FirstOrDefault(f => core.Length > f.Length && EndsWithWord(core, new[] { f }));
            if (form is not null)
                core = core.Substring(0, core.Length - form.Length);
            if (core.Length == 0)
                return name;
            if (core.Length == name.Length)
                return core;
            name = core;
        }
    }

    /// <summary>Whether a text only spells the name that it is given, as keys do: HostName = "host.name".</summary>
    public static bool IsSpelled(string name, string text) =>
        Plain(text) is { Length: > 0 } spelled && Plain(name).EndsWith(spelled, StringComparison.Ordinal);

    /// <summary>
    /// The words of a name in lower case: isLocalGovernment, IS_LOCAL_GOVERNMENT and is-local-government have the
    /// same three.
    /// </summary>
    public static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (!isEnd && (i == start || !Begins(name, i)))
                continue;
            if (i > start)
                yield return name.Substring(start, i - start).ToLowerInvariant();
            start = isEnd ? i + 1 : i;
        }
    }

    /// <summary>
    /// Whether one of the words of a name begins with one of these: hash is in HashedPassword and in PasswordHash,
    /// encrypt is not in UnencryptedPassword.
    /// </summary>
    public static bool HasWord(string name, IEnumerable<string> beginnings) =>
        Split(name).Any(word => beginnings.Any(b => word.StartsWith(b, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Whether the first word of a name is one of these: SetPassword begins with set, SettingsPassword does not.
    /// </summary>
    public static bool StartsWithWord(string name, params string[] words) =>
        Split(name).FirstOrDefault() is { } first
        && Array.Exists(words, w => string.Equals(w, first, StringComparison.OrdinalIgnoreCase));

    // A capital letter after a small one, the last capital of several before a small one, and a change of script:
    // isURLSafe, 開発Mode.
    private static bool Begins(string name, int i)
    {
        if ((name[i] > 0x7F) != (name[i - 1] > 0x7F))
            return true;
        return char.IsUpper(name[i])
            && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
    }

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
