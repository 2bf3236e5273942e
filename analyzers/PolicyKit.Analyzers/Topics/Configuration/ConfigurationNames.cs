namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>Keys of configuration as words: Jwt:SigningKey has jwt, signing and key.</summary>
internal static class ConfigurationNames
{
    /// <summary>Whether one of the words, or its plural, stands in a key as a word of its own.</summary>
    public static bool Has(string key, string[] words) =>
        IdentifierWords
            .Split(key)
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

    /// <summary>The name of a value of a configuration; of a list it is that of the list.</summary>
    public static string NameOf(ConfigurationEntry entry) =>
        entry.Name.All(char.IsDigit) && entry.Key.LastIndexOf(':') is var last and > 0
            ? entry.Key.Substring(0, last).Substring(entry.Key.LastIndexOf(':', last - 1) + 1)
            : entry.Name;
}
