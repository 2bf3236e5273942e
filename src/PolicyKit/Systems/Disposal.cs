using NodaTime;

namespace PolicyKit.Systems;

/// <summary>Something that was disposed of or given back.</summary>
/// <param name="Item">What.</param>
/// <param name="Method">How.</param>
/// <param name="DisposedOn">When.</param>
/// <param name="Witness">Who saw it, by role.</param>
/// <param name="Certificate">The number of the certificate; null when there is none.</param>
public sealed record Disposal(
    string Item,
    DisposalMethod Method,
    LocalDate DisposedOn,
    string Witness,
    string? Certificate
);
