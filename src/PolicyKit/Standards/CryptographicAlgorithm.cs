using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>An algorithm on a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Strength">
/// How its strength follows from its key: <c>symmetric</c>, <c>factoring</c>, <c>elliptic</c>, <c>protocol</c>
/// (it has none of its own), or a number of bits.
/// </param>
/// <param name="Aliases">Other names of it.</param>
public sealed record CryptographicAlgorithm(
    string Name,
    AlgorithmStatus Status,
    string Strength,
    ValueList<string> Aliases
);
