using System.Globalization;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Approved algorithms and strengths by year, from a dated data file (CRYPTREC).</summary>
public sealed class CryptographyTable
{
    private readonly Lazy<CryptographyNames> _reader;

    private CryptographyTable(
        string edition,
        ValueList<StrengthLimit> strengths,
        ValueList<FactoringStrength> factoring,
        ValueList<CryptographicAlgorithm> algorithms,
        CryptographyWords words
    )
    {
        (Edition, Strengths, Factoring, Algorithms, Words) = (edition, strengths, factoring, algorithms, words);
        _reader = new Lazy<CryptographyNames>(() => new CryptographyNames(this));
    }

    /// <summary>The table that ships with PolicyKit.</summary>
    public static CryptographyTable Default { get; } = EmbeddedData.Read("cryptography.data.json", Read);

    /// <summary>The edition, for reports.</summary>
    public string Edition { get; }

    /// <summary>The strengths that end, the least first. What is stronger does not end.</summary>
    public ValueList<StrengthLimit> Strengths { get; }

    /// <summary>Key lengths of RSA, DH and DSA, the least first.</summary>
    public ValueList<FactoringStrength> Factoring { get; }

    /// <summary>The algorithms. One that is not among them is on no list.</summary>
    public ValueList<CryptographicAlgorithm> Algorithms { get; }

    internal CryptographyWords Words { get; }

    /// <summary>Reads a table: <c>{ "edition", "strengths", "factoring", "algorithms" }</c>.</summary>
    public static ReadResult<CryptographyTable> Read(SourceDocument source) =>
        EmbeddedData.ReadObject(
            source,
            m => new CryptographyTable(
                m.Required<string>("edition", null, Text),
                m.RequiredList(
                    "strengths",
                    null,
                    Object<StrengthLimit>(
                        (s, _) =>
                            new StrengthLimit(
                                s.Required<int>("bits", null, Integer(1)),
                                s.Required<int>("lastYear", null, Integer(2000, 2199))
                            )
                    )
                ),
                m.RequiredList(
                    "factoring",
                    null,
                    Object<FactoringStrength>(
                        (s, _) =>
                            new FactoringStrength(
                                s.Required<int>("keyBits", null, Integer(1)),
                                s.Required<int>("bits", null, Integer(1))
                            )
                    )
                ),
                m.RequiredList(
                    "algorithms",
                    null,
                    Object<CryptographicAlgorithm>(
                        (a, _) =>
                            new CryptographicAlgorithm(
                                a.Required<string>("name", null, Text),
                                a.Required<AlgorithmStatus>("status", null, Words<AlgorithmStatus>()),
                                a.Required<string>("strength", null, Text),
                                a.List("aliases", null, Text)
                            )
                    )
                ),
                CryptographyWords.Read(m)
            )
        );

    /// <summary>The algorithm of a name, whatever its case; null when it is on no list.</summary>
    public CryptographicAlgorithm? Find(string name) =>
        Algorithms.FirstOrDefault(a => Same(a.Name, name) || a.Aliases.Any(alias => Same(alias, name)));

    /// <summary>
    /// What a name says as people write it: <c>AES-256-GCM</c>, <c>ECDSA P-256</c>, <c>ＲＳＡ－３０７２</c>; null when a
    /// part of it is not understood.
    /// </summary>
    public NamedAlgorithm? Understand(string name) =>
        _reader.Value.Read(name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>
    /// The part of a name that is known and on no list: <c>ECB</c> of <c>AES/ECB/PKCS5Padding</c>; null where there
    /// is none.
    /// </summary>
    public string? UnlistedPartOf(string name) =>
        _reader.Value.Unlisted(name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>The modes that are on a list.</summary>
    public ValueList<string> ListedModes => Words.Modes;

    /// <summary>The name on the list that was probably meant; null where nothing is near.</summary>
    public string? NearestTo(string name) =>
        _reader.Value.Nearest(name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>
    /// The strength that an algorithm gives with a key, in bits; null when it depends on a key that is not given.
    /// </summary>
    public int? StrengthOf(CryptographicAlgorithm algorithm, int? keyBits)
    {
        if (algorithm is null)
            throw new ArgumentNullException(nameof(algorithm));
        return algorithm.Strength switch
        {
            "symmetric" => keyBits,
            "elliptic" => keyBits / 2,
            "factoring" => keyBits is { } bits ? Factoring.LastOrDefault(f => f.KeyBits <= bits)?.Bits ?? 0 : null,
            // What a protocol agrees on decides: its version is judged, and not a strength.
            "protocol" => int.MaxValue,
            // A key derivation function is as strong as what goes into it, slowed down by its count.
            "derivation" => int.MaxValue,
            var fixedBits => int.Parse(fixedBits, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>
    /// The last year in which a strength may be relied on; null when it does not end; 0 when it never could.
    /// </summary>
    public int? LastYearOf(int strength) =>
        strength < Strengths[0].Bits ? 0
        : Strengths.LastOrDefault(s => s.Bits <= strength) is { } limit && strength < NextAbove(limit.Bits)
            ? limit.LastYear
        : null;

    // 192 bits and more do not end; between two limits the lower holds.
    private int NextAbove(int bits) => Strengths.FirstOrDefault(s => s.Bits > bits)?.Bits ?? bits * 3 / 2;

    private static bool Same(string one, string other) =>
        string.Equals(one.Replace(" ", ""), other.Trim().Replace(" ", ""), StringComparison.OrdinalIgnoreCase);
}
