namespace PolicyKit.Standards;

/// <summary>What a name of cryptography is made of.</summary>
internal sealed class CryptographyParts
{
    /// <summary>The algorithms, in the order in which they are named.</summary>
    public List<(CryptographicAlgorithm Algorithm, int? KeyBits)> Found { get; } = new();

    /// <summary>Numbers that are named: <c>m=19456</c>.</summary>
    public List<(string Name, int Value)> Settings { get; } = new();

    /// <summary>The first number that stands alone.</summary>
    public int? Number { get; set; }

    /// <summary>The length of a key on the curve that is named.</summary>
    public int? Curve { get; private set; }

    /// <summary>The key derivation function that is named.</summary>
    public KeyDerivation? Derivation { get; private set; }

    /// <summary>The first part that is known and on no list.</summary>
    public string? Unlisted { get; private set; }

    /// <summary>Adds a word.</summary>
    public void Add(CryptographyWord word)
    {
        if (word.IsUnlisted)
            Unlisted ??= word.Name;
        if (word.Algorithm is { } algorithm)
            Found.Add((algorithm, word.KeyBits));
        else
            Curve ??= word.KeyBits;
        Derivation ??= word.Derivation;
    }
}
