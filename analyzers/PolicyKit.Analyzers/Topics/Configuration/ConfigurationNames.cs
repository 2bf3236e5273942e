namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>Keys of configuration as words: Jwt:SigningKey has jwt, signing and key.</summary>
internal static class ConfigurationNames
{
    /// <summary>Whether one of the words, or its plural, stands in a key as a word of its own.</summary>
    public static bool Has(string key, string[] words) =>
        WordsOf(key)
            .Any(word =>
                Array.Exists(
                    words,
                    w =>
                        string.Equals(w, word, StringComparison.OrdinalIgnoreCase)
                        || (
                            word.Length == w.Length + 1
                            && word.StartsWith(w, StringComparison.OrdinalIgnoreCase)
                            && word[word.Length - 1] is 's' or 'S'
                        )
                )
            );

    /// <summary>The words of a key: JWTSigningKey, jwt_signing_key and jwt:signing-key have the same.</summary>
    public static IEnumerable<string> WordsOf(string key)
    {
        var start = 0;
        for (var i = 0; i <= key.Length; i++)
        {
            var isEnd = i == key.Length || !char.IsLetterOrDigit(key[i]);
            if (!isEnd && (i == start || !Begins(key, i)))
                continue;
            if (i > start)
                yield return key.Substring(start, i - start);
            start = isEnd ? i + 1 : i;
        }
    }

    // A capital letter after a small one, and the last capital of several before a small one.
    private static bool Begins(string key, int i) =>
        char.IsUpper(key[i]) && (!char.IsUpper(key[i - 1]) || (i + 1 < key.Length && char.IsLower(key[i + 1])));
}
