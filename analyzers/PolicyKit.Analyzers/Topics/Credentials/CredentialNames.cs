using System.Collections.Concurrent;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>Which names are names of credentials, by the words of the standard: the last word decides.</summary>
/// <param name="names">Words that name a credential whatever it looks like.</param>
/// <param name="keyNames">Words that name many things, and a credential only where the value looks made up or
/// generated.</param>
internal sealed class CredentialNames(IEnumerable<string> names, IEnumerable<string> keyNames)
{
    // As short as these, a word must stand by itself: Pass and Key end many others.
    private const int ShortWord = 4;

    // A public key is not a secret, and a hash or an encrypted password is none either.
    private static readonly string[] Public = { "public", "publishable", "thumbprint", "fingerprint" };
    private static readonly string[] PublicEnds = { "publickey", "publishablekey", "sitekey" };

    private readonly string[] _names = names.Select(IdentifierWords.Plain).ToArray();
    private readonly string[] _keyNames = keyNames.Select(IdentifierWords.Plain).ToArray();
    private readonly ConcurrentDictionary<string, CredentialKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>The words that name a credential whatever it looks like, without separators.</summary>
    public IReadOnlyList<string> Words => _names;

    /// <summary>What a name says. Programs repeat their names: each is looked at once.</summary>
    public CredentialKind KindOf(string name) => _kinds.GetOrAdd(name, Find);

    /// <summary>Whether a text ends with a word for a credential, as the name of one does.</summary>
    public bool EndsLikeOne(string text) => IdentifierWords.EndsWithAny(text, _names);

    /// <summary>Whether a text is the beginning of the word that a name ends with: ElementPassword = "pass".</summary>
    public bool IsCutShort(string text, string name) =>
        text.Length > 1
        && Array.Exists(
            _names,
            word =>
                word.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                && IdentifierWords.Plain(name).EndsWith(word, StringComparison.Ordinal)
        );

    /// <summary>Whether a text is such a word, and nothing else.</summary>
    public bool IsWord(string text) =>
        Array.Exists(_names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    private CredentialKind Find(string name)
    {
        if (name.Length > 200 || IdentifierWords.HasWord(name, Public))
            return CredentialKind.None;
        var core = IdentifierWords.WithoutForms(name);
        if (IdentifierWords.EndsWithAny(core, PublicEnds))
            return CredentialKind.None;
        if (PlaintextPasswordFinder.IsTransformed(name))
            return CredentialKind.None;
        if (Ends(core, _names))
            return CredentialKind.Secret;
        return IdentifierWords.EndsWithWord(core, _keyNames) ? CredentialKind.Key : CredentialKind.None;
    }

    private static bool Ends(string name, string[] words) =>
        IdentifierWords.EndsWithAny(name, words.Where(w => w.Length > ShortWord || w[0] > 0x7F || w is "pwd"))
        || IdentifierWords.EndsWithWord(name, words);
}
