using System.Globalization;
using PolicyKit.Messages;

namespace PolicyKit.Standards;

/// <summary>
/// Reads names of cryptography as people write them: in full width, with spaces, hyphens or neither, with mode, curve,
/// hash and length of the key in any order. What is not understood as a whole is not understood.
/// </summary>
internal sealed class CryptographyNames
{
    // Words that say nothing of the algorithm: units, and the names of what it is part of.
    private static readonly string[] Fillers =
    {
        "ビット",
        "BITS",
        "BIT",
        "鍵長",
        "鍵",
        "KEY",
        "CURVE",
        "方式",
        "暗号",
    };

    private static readonly int[] SymmetricLengths = { 128, 192, 256 };

    // Lengths that names state beside those of the table: symmetric, of curves, of RSA (SP 800-57).
    private static readonly int[] UsualLengths = { 128, 192, 224, 256, 384, 512, 521, 1024, 2048, 3072, 4096, 8192 };

    private readonly List<CryptographyWord> _words;
    private readonly CryptographyGuess _guess;
    private readonly ValueList<CryptographicAlgorithm> _algorithms;

    public CryptographyNames(CryptographyTable table)
    {
        (_algorithms, _words) = (table.Algorithms, new List<CryptographyWord>());
        foreach (var algorithm in table.Algorithms)
        {
            Add(algorithm.Name, algorithm, null);
            foreach (var alias in algorithm.Aliases)
                Add(alias, algorithm, null);
        }

        var words = table.Modes.Count > 0 ? table : CryptographyTable.Default;
        foreach (var name in words.Names)
            if (table.Find(name.Algorithm) is { } algorithm)
                Add(name.Name, algorithm, name.KeyBits);
        foreach (var curve in words.Curves)
            Add(curve.Name, null, curve.KeyBits);
        foreach (var mode in words.Modes)
            Add(mode, null, null);
        foreach (var filler in Fillers)
            _words.Add(new CryptographyWord(Compact(filler), filler, null, null, IsFiller: true));
        // The longest word first: SHA-512/256 is not SHA-512. Of two the one that says the length of the key.
        _words = _words.OrderByDescending(w => w.Text.Length).ThenByDescending(w => w.KeyBits.HasValue).ToList();
        _guess = new CryptographyGuess(
            _words,
            UsualLengths.Concat(words.Factoring.Select(f => f.KeyBits)).Distinct().ToValueList()
        );
    }

    private void Add(string name, CryptographicAlgorithm? algorithm, int? keyBits) =>
        _words.Add(new CryptographyWord(Compact(name), name, algorithm, keyBits));

    /// <summary>What a name says; null when a part of it is not understood.</summary>
    public NamedAlgorithm? Read(string name)
    {
        var compact = Compact(name);
        var with = compact.IndexOf("WITH", StringComparison.Ordinal);
        // 「SHA256withRSA」 speaks of RSA; 「ECDSA with SHA-256」 of ECDSA: the part that is no hash, whichever it is.
        var parts = with < 0 ? new[] { compact } : new[] { compact.Substring(0, with), compact.Substring(with + 4) };
        var found = new List<(CryptographicAlgorithm Algorithm, int? KeyBits)>();
        int? length = null;
        foreach (var part in parts)
            if (!ReadPart(part, found, ref length))
                return null;
        if (found.Count == 0)
            return null;
        var main = found.FirstOrDefault(f => !IsHash(f.Algorithm));
        if (main.Algorithm is null)
            main = found[0];
        var bits = main.KeyBits ?? LengthFor(main.Algorithm, length, found);
        if (bits is null && length is not null && !IsTaken(main.Algorithm, length.Value))
            return null;
        return new NamedAlgorithm(main.Algorithm, bits, found.Max(f => f.Algorithm.Status));
    }

    /// <summary>The name of the table that was probably meant; null where nothing is near.</summary>
    public string? Nearest(string name)
    {
        if (_guess.Of(Compact(name)).FirstOrDefault(g => Read(g) is not null) is { } meant)
            return meant;
        var compact = Compact(name);
        var letters = new string(compact.TakeWhile(c => !char.IsDigit(c)).ToArray());
        var all = _algorithms.SelectMany(a => a.Aliases.Prepend(a.Name)).ToList();
        if (compact.Length > 0 && Messages.Nearest.Find(name, all) is { } near && Compact(near)[0] == compact[0])
            return near;
        return _algorithms
            .Select(a => a.Name)
            .Where(n => letters.Length > 1 && letters.StartsWith(Compact(n), StringComparison.Ordinal))
            .OrderByDescending(n => n.Length)
            .FirstOrDefault();
    }

    private bool ReadPart(string text, List<(CryptographicAlgorithm Algorithm, int? KeyBits)> found, ref int? length)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (WordAt(text, at) is { } word)
            {
                at += word.Text.Length;
                if (word.Algorithm is { } algorithm)
                    found.Add((algorithm, word.KeyBits));
                else
                    length ??= word.KeyBits;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            if (
                end == at
                || !int.TryParse(
                    text.Substring(at, end - at),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
                return false;
            length ??= number;
            at = end;
        }

        return true;
    }

    private CryptographyWord? WordAt(string text, int at) =>
        _words.FirstOrDefault(w =>
            string.CompareOrdinal(text, at, w.Text, 0, w.Text.Length) == 0
            && !CutsNumber(text, at + w.Text.Length, w.Text)
        );

    // RSA-2048 is no name that ends with a 2, and SHA-2560 is not SHA-256.
    private static bool CutsNumber(string text, int end, string word) =>
        end < text.Length && char.IsDigit(text[end]) && char.IsDigit(word[word.Length - 1]);

    // A hash has no key: what it is used with has. A MAC has by custom a key as long as its hash (RFC 2104).
    private static int? LengthFor(
        CryptographicAlgorithm main,
        int? length,
        List<(CryptographicAlgorithm Algorithm, int? KeyBits)> found
    )
    {
        if (length is { } stated && IsLengthOf(main, stated))
            return stated;
        var hash = found.Select(f => f.Algorithm).FirstOrDefault(IsHash);
        return main.Name == "HMAC" && hash is not null
            ? 2 * int.Parse(hash.Strength, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsLengthOf(CryptographicAlgorithm algorithm, int length) =>
        algorithm.Strength switch
        {
            "symmetric" => algorithm.Name == "HMAC" || SymmetricLengths.Contains(length),
            // Of a byte's multiple, as every library makes them: RSA-2084 is a slip.
            "factoring" => length is >= 512 and <= 16_384 && length % 8 == 0,
            "elliptic" => length is >= 160 and <= 640,
            _ => false,
        };

    // RSA-OAEP-256: the hash within. HMAC and others take what they take.
    private static bool IsTaken(CryptographicAlgorithm algorithm, int length) =>
        algorithm.Strength == "factoring" && length is 1 or 224 or 256 or 384 or 512;

    private static bool IsHash(CryptographicAlgorithm algorithm) =>
        algorithm.Name.StartsWith("SHA", StringComparison.Ordinal)
        || algorithm.Name.StartsWith("RIPEMD", StringComparison.Ordinal);

    // Width, case, spaces and marks say nothing.
    private static string Compact(string text) =>
        new string(text.Select(Folded).Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();

    // By hand: without the data of ICU the framework's own normalisation leaves full width as it is.
    private static char Folded(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
