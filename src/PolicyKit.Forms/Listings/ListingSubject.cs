using PolicyKit.Compliance;
using PolicyKit.Packs;

namespace PolicyKit.Forms.Listings;

/// <summary>What a listing is made of: the pack of a body and, where a system was looked at, how it stands.</summary>
internal sealed record ListingSubject(PolicyPack Pack, Evaluation? Evaluation);
