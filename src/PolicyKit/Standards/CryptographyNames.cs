using System.Globalization;
using System.Text.RegularExpressions;
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

    // A setting of a function: its name, and its number.
    private static readonly Regex Setting = new(@"([A-Za-z]+)\s*=\s*([0-9]+)", RegexOptions.CultureInvariant);

    private static readonly int[] SymmetricLengths = { 128, 192, 256 };

    // Lengths that names state beside those of the table: symmetric, of curves, of RSA (SP 800-57).
    private static readonly int[] UsualLengths = { 128, 192, 224, 256, 384, 512, 521, 1024, 2048, 3072, 4096, 8192 };

    private readonly List<CryptographyWord> _words;
    private readonly CryptographyGuess _guess;
    private readonly ValueList<CryptographicAlgorithm> _algorithms;
    private readonly ValueList<CryptographyMeaning> _meant;

    // What a curve alone may stand for: a signature or the agreement on a key. Their strengths are the same.
    private readonly List<CryptographicAlgorithm> _onCurve;

    public CryptographyNames(CryptographyTable table)
    {
        (_algorithms, _words) = (table.Algorithms, new List<CryptographyWord>());
        foreach (var algorithm in table.Algorithms)
        {
            Add(algorithm.Name, algorithm, null);
            foreach (var alias in algorithm.Aliases)
                Add(alias, algorithm, null);
        }

        var words = table.Words.Modes.Count > 0 ? table.Words : CryptographyTable.Default.Words;
        _meant = words.Meant;
        foreach (var name in words.Names)
            if (table.Find(name.Algorithm) is { } algorithm)
                Add(name.Name, algorithm, name.KeyBits);
        foreach (var curve in words.Curves)
            Add(curve.Name, null, curve.KeyBits);
        foreach (var mode in words.Modes)
            Add(mode, null, null);
        foreach (var derivation in words.Derivations)
        foreach (var name in derivation.Aliases.Prepend(derivation.Name))
            _words.Add(Derived(name, derivation));
        foreach (var unlisted in words.Unlisted)
            _words.Add(new CryptographyWord(Compact(unlisted), unlisted, null, null) { IsUnlisted = true });
        foreach (var filler in Fillers)
            _words.Add(new CryptographyWord(Compact(filler), filler, null, null, IsFiller: true));
        var factoring = table.Factoring.Count > 0 ? table.Factoring : CryptographyTable.Default.Factoring;
        _guess = new CryptographyGuess(
            Sorted(_words),
            UsualLengths.Concat(factoring.Select(f => f.KeyBits)).Distinct().ToValueList()
        );
        // Nobody means a padding where an algorithm is due: slips lead to none.
        foreach (var filler in words.Fillers)
            _words.Add(new CryptographyWord(Compact(filler), filler, null, null, IsFiller: true));
        _words = Sorted(_words);
        _onCurve = new[] { "ECDSA", "ECDH" }.Select(table.Find).OfType<CryptographicAlgorithm>().ToList();
    }

    // The longest word first: SHA-512/256 is not SHA-512. Of two the one that says the length of the key.
    private static List<CryptographyWord> Sorted(IEnumerable<CryptographyWord> words) =>
        words.OrderByDescending(w => w.Text.Length).ThenByDescending(w => w.KeyBits.HasValue).ToList();

    private static CryptographyWord Derived(string name, KeyDerivation derivation) =>
        new(
            Compact(name),
            name,
            new CryptographicAlgorithm(
                derivation.Name,
                AlgorithmStatus.Recommended,
                "derivation",
                ValueList<string>.Empty
            ),
            null
        )
        {
            Derivation = derivation,
        };

    private void Add(string name, CryptographicAlgorithm? algorithm, int? keyBits) =>
        _words.Add(new CryptographyWord(Compact(name), name, algorithm, keyBits));

    /// <summary>What a name says; null when a part of it is not understood, or on no list.</summary>
    public NamedAlgorithm? Read(string name) => Parse(name) is { Unlisted: null } parts ? Named(parts) : null;

    /// <summary>The part of a name that is known and on no list; null where there is none.</summary>
    public string? Unlisted(string name) => Parse(name)?.Unlisted;

    // Of a key derivation function the settings behind the name are read apart: of AES a key=256 is the length.
    private CryptographyParts? Parse(string name)
    {
        var folded = new string(name.Select(Folded).ToArray());
        if (!Setting.IsMatch(folded))
            return Parse(folded, new CryptographyParts());
        var parts = new CryptographyParts();
        foreach (Match setting in Setting.Matches(folded))
            if (int.TryParse(setting.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                parts.Settings.Add((setting.Groups[1].Value.ToLowerInvariant(), value));
        return Parse(Setting.Replace(folded, " "), parts) is { Derivation: not null } derived
            ? derived
            : Parse(folded, new CryptographyParts());
    }

    private CryptographyParts? Parse(string folded, CryptographyParts parts)
    {
        var compact = Compact(folded);
        var with = compact.IndexOf("WITH", StringComparison.Ordinal);
        // 「SHA256withRSA」 speaks of RSA; 「ECDSA with SHA-256」 of ECDSA: the part that is no hash, whichever it is.
        var texts = with < 0 ? new[] { compact } : new[] { compact.Substring(0, with), compact.Substring(with + 4) };
        return texts.All(t => ReadPart(t, parts)) ? parts : null;
    }

    private NamedAlgorithm? Named(CryptographyParts parts)
    {
        if (parts.Derivation is { } derivation)
            return Derived(derivation, parts);
        if (parts.Found.Count == 0)
            return OnCurve(parts.Curve);
        var main = parts.Found.FirstOrDefault(f => !IsHash(f.Algorithm));
        if (main.Algorithm is null)
            main = parts.Found[0];
        var length = parts.Curve ?? parts.Number;
        var bits = main.KeyBits ?? LengthFor(main.Algorithm, length, parts.Found);
        if (bits is null && length is not null && !IsTaken(main.Algorithm, length.Value))
            return null;
        return new NamedAlgorithm(main.Algorithm, bits, parts.Found.Max(f => f.Algorithm.Status));
    }

    private static NamedAlgorithm Derived(KeyDerivation derivation, CryptographyParts parts)
    {
        var count = derivation.Count is null ? null : parts.Number;
        if (count is null && derivation.Count is { } member)
            foreach (var (name, value) in parts.Settings)
                if (member.StartsWith(name, StringComparison.Ordinal))
                    count = value;
        var algorithm = parts.Found.Select(f => f.Algorithm).First(a => a.Name == derivation.Name);
        return new NamedAlgorithm(algorithm, null, parts.Found.Max(f => f.Algorithm.Status))
        {
            Derivation = derivation,
            Count = count,
        };
    }

    private NamedAlgorithm? OnCurve(int? keyBits) =>
        keyBits is null || _onCurve.Count == 0
            ? null
            : new NamedAlgorithm(_onCurve[0], keyBits, _onCurve.Max(a => a.Status));

    /// <summary>The name of the table that was probably meant; null where nothing is near.</summary>
    public string? Nearest(string name)
    {
        var compact = Compact(name);
        if (_meant.FirstOrDefault(m => Compact(m.Name) == compact) is { } known)
            return known.Nearest;
        // What is on no list is no slip of the pen: another mode or curve is another thing.
        if (Unlisted(name) is not null)
            return null;
        var guesses = _guess.Of(compact).ToList();
        if (guesses.Count > 0 && Unlisted(guesses[0]) is not null)
            return null;
        if (guesses.Find(g => Read(g) is not null) is { } meant)
            return meant;
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

    private bool ReadPart(string text, CryptographyParts parts)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (WordAt(text, at) is { } word)
            {
                at += word.Text.Length;
                parts.Add(word);
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            var digits = text.Substring(at, end - at);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;
            parts.Number ??= number;
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
