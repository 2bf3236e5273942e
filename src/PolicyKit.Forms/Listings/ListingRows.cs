using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Listings;

/// <summary>What the rows of a listing are.</summary>
/// <param name="Of"><c>controls</c>, <c>measures</c>, or <c>members</c> of a row of a register.</param>
/// <param name="Measures">Only controls of these measures; empty for all.</param>
/// <param name="Checks">Only controls with one of these kinds of check; empty for all.</param>
internal sealed record ListingRows(string Of, ValueList<MeasureKind> Measures, ValueList<string> Checks)
{
    /// <summary>Of members: the kind of file.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>Of members: the table of the file.</summary>
    public string? Table { get; init; }

    /// <summary>Of members: further lines behind them.</summary>
    public ValueList<BilingualText> More { get; init; } = ValueList<BilingualText>.Empty;
}
