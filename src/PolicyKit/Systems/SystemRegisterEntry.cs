namespace PolicyKit.Systems;

/// <summary>What the register of systems holds of it beyond the rest of the declaration.</summary>
/// <param name="Number">Number.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Administrator">Administrator, by role.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Links">Linked systems.</param>
/// <param name="Keys">Management of keys.</param>
public sealed record SystemRegisterEntry(
    string Number,
    string Unit,
    string Administrator,
    string Lines,
    string Links,
    string Keys
);
