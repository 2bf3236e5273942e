using PolicyKit.Messages;

namespace PolicyKit.Forms.Listings;

/// <summary>A sheet that is made of an evaluation or a standard and is not read back.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="NeedsEvaluation">Whether it is made of the evaluation of a system; else of a pack alone.</param>
/// <param name="Title">The title at its top.</param>
/// <param name="Purpose">What it is for, in a sentence.</param>
/// <param name="Rows">What its rows are.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record Listing(
    string Name,
    bool NeedsEvaluation,
    BilingualText Title,
    BilingualText Purpose,
    ListingRows Rows,
    ValueList<ListingColumn> Columns
)
{
    /// <summary>What it is, in both languages.</summary>
    public string Description => $"{Title.Japanese}: {Purpose.Japanese} / {Title.English}: {Purpose.English}";
}
