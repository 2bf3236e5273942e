using PolicyKit.Messages;

namespace PolicyKit.Forms.Listings;

/// <summary>A column of a sheet that is made of an evaluation or a standard.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Width">In characters of the font.</param>
/// <param name="Value">What is shown in it, by name; null for a column to fill in.</param>
/// <param name="Entry">
/// What is filled in: <c>text</c>, <c>date</c> or <c>choice</c>; null for a column that is shown.
/// </param>
/// <param name="Choices">What may be chosen.</param>
internal sealed record ListingColumn(
    BilingualText Title,
    double Width,
    string? Value,
    string? Entry,
    ValueList<BilingualText> Choices
);
