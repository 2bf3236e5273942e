namespace PolicyKit.Instruments.Identification;

/// <summary>A canonical id and how a text that means it is recognised.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its name in Japanese.</param>
/// <param name="Beneath">The canonical id that it stands beneath; null for a section.</param>
/// <param name="Headings">The headings that mean it; the first ones are the usual.</param>
/// <param name="Words">Words of the text that mean it; of <c>a&amp;b</c> both.</param>
internal sealed record CanonicalEntry(
    string Id,
    string Name,
    string? Beneath,
    ValueList<string> Headings,
    ValueList<string> Words
);
