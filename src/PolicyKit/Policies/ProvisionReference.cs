namespace PolicyKit.Policies;

/// <summary>
/// A place in the text that refers to other provisions (「上記3」, 「第8条第3項」, 「前条」, 「前項各号」, 「別表第1」).
/// </summary>
/// <param name="From">The provision whose text it stands in.</param>
/// <param name="Text">The words, verbatim.</param>
/// <param name="To">The provisions referred to, in the order of the words.</param>
/// <param name="Missing">The numbers that name no provision of this policy.</param>
public sealed record ProvisionReference(
    ProvisionId From,
    string Text,
    ValueList<ProvisionId> To,
    ValueList<string> Missing
)
{
    /// <summary>The part of the provision that is meant: 本文, ただし書, 前段 or 後段; null for the whole.</summary>
    public string? Part { get; init; }
}
